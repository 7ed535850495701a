package dev.hypersweep.orchestrator.run;

import dev.hypersweep.orchestrator.database.Columns;
import dev.hypersweep.orchestrator.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalDouble;

/** Reads what a run measured at a rung: its first evaluation at or after a step. */
@ApplicationScoped
public class RungEvaluation {

  private static final String FIRST =
      """
      with recursive computed as (select coalesce(reused_from, id) as run_id from run where id = ?),
      """
          + Lineage.LINEAGE
          + """
          , points as (
            select p.name, p.step, p.value
            from lineage l join metric_point p on p.attempt_id = l.attempt_id
             and p.step > l.after and p.step <= l.until
            where p.step >= ? and p.name = any(?))
          select avg(p.value order by p.name) as value, count(*) as found
          from points p where p.step = (select min(step) from points)
          """;

  private record Found(Double value, int count) {}

  @Inject Sql sql;

  /**
   * Mean of these metrics there.
   *
   * @param metrics without the prefix {@code evaluation/}
   * @return empty if there is no such evaluation, or it lacks a metric
   */
  public OptionalDouble mean(long run, long step, List<String> metrics) {
    String[] names = metrics.stream().map(one -> "evaluation/" + one).toArray(String[]::new);
    Found found =
        sql.first(
                FIRST,
                row -> new Found(Columns.doubleOrNull(row, "value"), row.getInt("found")),
                run,
                step,
                names)
            .orElseThrow();
    return found.count() == names.length && names.length > 0
        ? OptionalDouble.of(found.value())
        : OptionalDouble.empty();
  }
}
