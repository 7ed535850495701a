package dev.hypersweep.orchestrator.run;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.run.RunArrays.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;

/** Reads metrics with several values at a step, stitched over attempts; see {@link Lineage}. */
@ApplicationScoped
public class ArrayCurves {

  private static final String OF_RUN =
      "with recursive computed as (select ?::bigint as run_id), " + Lineage.LINEAGE;

  private static final String NAMES =
      OF_RUN
          + """
          select distinct a.name
          from lineage l join metric_array a on a.attempt_id = l.attempt_id
          order by a.name
          """;

  private static final String STEPS =
      OF_RUN
          + """
          select a.step
          from lineage l
          join metric_array a on a.attempt_id = l.attempt_id
           and a.name = ? and a.step > l.after and a.step <= l.until
          order by a.step
          """;

  private static final String VALUES =
      OF_RUN
          + """
          select a.values
          from lineage l
          join metric_array a on a.attempt_id = l.attempt_id
           and a.name = ? and a.step > l.after and a.step <= l.until and a.step = any(?)
          order by a.step
          """;

  @Inject Sql sql;

  /** Names of the array metrics of a computed run. */
  List<String> names(long computedRun) {
    return sql.list(NAMES, row -> row.getString(1), computedRun);
  }

  /** One metric, at no more than {@code limit} steps, the first and the last among them. */
  Rows array(long computedRun, String name, int limit) {
    List<Long> steps = sql.list(STEPS, row -> row.getLong(1), computedRun, name);
    List<Long> shown = spread(steps, limit);
    List<List<Double>> values =
        sql.list(
            VALUES,
            row -> List.of((Double[]) row.getArray(1).getArray()),
            computedRun,
            name,
            shown.toArray(Long[]::new));
    return new Rows(name, steps.size(), shown, values, shown.size() < steps.size());
  }

  private static List<Long> spread(List<Long> steps, int limit) {
    if (steps.size() <= limit) {
      return steps;
    }
    long gaps = limit - 1L;
    return IntStream.range(0, limit)
        .mapToObj(i -> steps.get((int) (i * (steps.size() - 1) / gaps)))
        .toList();
  }
}
