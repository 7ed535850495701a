package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.sweep.Timings.Group;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads how long runs took. */
@ApplicationScoped
class StoredTimings {

  /** The latest results of any sweep: older ones say little about today's workers. */
  private static final String LATEST =
      """
      select 0::bigint as sweep_id, r.specification ->> 'variant' as variant, r.dataset, x.steps,
             count(*) as runs, sum((x.cost ->> 'seconds')::float8) as seconds,
             sum((x.cost ->> 'seconds')::float8 ^ 2) as squares
      from (select run_id, steps, cost from result
            where not pruned order by run_id desc limit 5000) x
      join run r on r.id = x.run_id
      group by 2, 3, 4
      """;

  private static final String OF_SWEEPS =
      """
      select r.sweep_id, t.variant, r.dataset, x.steps,
             count(*) as runs, sum((x.cost ->> 'seconds')::float8) as seconds,
             sum((x.cost ->> 'seconds')::float8 ^ 2) as squares
      from run r join result x on x.run_id = r.id join trial t on t.id = r.trial_id
      where r.sweep_id = any(?) and not x.pruned
      group by 1, 2, 3, 4
      """;

  @Inject Sql sql;

  private record Row(long sweep, Group group) {}

  /** Of the latest results of all sweeps, by architecture. */
  Timings latest() {
    return new Timings(sql.list(LATEST, StoredTimings::read).stream().map(Row::group).toList());
  }

  /** By sweep, those that have results of their own; by the sweep's names of variants. */
  Map<Long, Timings> of(Long[] sweeps) {
    return sql.list(OF_SWEEPS, StoredTimings::read, (Object) sweeps).stream()
        .collect(
            Collectors.groupingBy(
                Row::sweep,
                Collectors.collectingAndThen(
                    Collectors.mapping(Row::group, Collectors.toList()), Timings::new)));
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("sweep_id"),
        new Group(
            row.getString("variant"),
            row.getString("dataset"),
            row.getLong("steps"),
            row.getLong("runs"),
            row.getDouble("seconds"),
            row.getDouble("squares")));
  }
}
