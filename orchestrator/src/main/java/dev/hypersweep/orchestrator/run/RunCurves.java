package dev.hypersweep.orchestrator.run;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.run.RunSeries.Point;
import dev.hypersweep.orchestrator.run.RunSeries.Series;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reads what a run measured, stitched over its attempts; see {@link Lineage}. */
@ApplicationScoped
public class RunCurves {

  private static final String OF_RUN =
      "with recursive computed as (select ?::bigint as run_id), " + Lineage.LINEAGE;

  private static final String NAMES =
      OF_RUN
          + """
          select distinct n.name
          from lineage l
          cross join lateral (select distinct name from metric_point where attempt_id = l.attempt_id) n
          order by n.name
          """;

  private static final String POINTS =
      OF_RUN
          + """
          select p.step, p.value
          from lineage l
          join metric_point p on p.attempt_id = l.attempt_id
           and p.name = ? and p.step <= l.until
           -- what a trainer says once, before its first step, has step 0
           and (p.step > l.after or l.after = 0)
          order by p.step
          """;

  private static final String DIGESTS =
      OF_RUN
          + """
          select b.first_step, b.digests, l.after, l.until
          from lineage l
          join metric_batch b on b.attempt_id = l.attempt_id
          where b.first_step <= l.until
          order by b.first_step
          """;

  private static final int DIGEST_BYTES = 32;

  @Inject Sql sql;

  /** Names of the metrics that a computed run has points of. */
  List<String> names(long computedRun) {
    return sql.list(NAMES, row -> row.getString(1), computedRun);
  }

  /** One curve, with at most {@code limit} points. */
  Series series(long computedRun, String name, int limit) {
    List<Point> points =
        sql.list(POINTS, row -> new Point(row.getLong(1), row.getDouble(2)), computedRun, name);
    List<Point> shown = MinMaxSampling.of(points, limit, Point::value);
    return new Series(name, points.size(), shown, shown.size() < points.size());
  }

  /** The digests of steps 1, 2, 3, ... as far as they are stored, lower-case hex. */
  List<String> digests(long computedRun) {
    List<List<String>> stretches =
        sql.list(
            DIGESTS,
            row ->
                within(
                    row.getBytes("digests"),
                    row.getLong("first_step"),
                    row.getLong("after"),
                    row.getLong("until")),
            computedRun);
    return stretches.stream().flatMap(List::stream).toList();
  }

  private static List<String> within(byte[] digests, long firstStep, long after, long until) {
    List<String> hex = new ArrayList<>();
    for (int i = 0; i < digests.length / DIGEST_BYTES; i++) {
      long step = firstStep + i;
      if (step > after && step <= until) {
        hex.add(HexFormat.of().formatHex(digests, i * DIGEST_BYTES, (i + 1) * DIGEST_BYTES));
      }
    }
    return hex;
  }
}
