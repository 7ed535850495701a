package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.orchestrator.catalogue.AnnouncedDatasets;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.run.ShownMetric;
import dev.hypersweep.orchestrator.sweep.SweepSummary.Best;
import dev.hypersweep.sweeps.Objective;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What leads a sweep of which no trial is complete yet: the cell with the best mean over the seeds
 * that it has. Cells are compared on one dataset only, that of which most runs are done (the one
 * that is executed first if several are), because means on different datasets say nothing about
 * each other.
 */
@ApplicationScoped
class LeadingCells {

  private static final String QUERY =
      """
      with cell as (
        select r.sweep_id, r.dataset, r.trial_id, min(r.id) as place,
               min(split_part(counted.names, ',', 1)) as metric,
               count(*) as planned, count(v.value) as seeds,
               avg(v.value order by r.seed) as mean
        from run r
        join sweep s on s.id = r.sweep_id
        join unnest(?::text[], ?::text[], ?::text[]) as m(dataset, shown, names)
          on m.dataset = r.dataset
        cross join lateral (
          select coalesce(nullif(s.definition #>> '{objective,metric}', 'score'), m.names) as names
        ) counted
      """
          + ShownMetric.value(
              "case r.state when 'SUCCEEDED' then coalesce(r.reused_from, r.id) end",
              "counted.names")
          + """
        where r.sweep_id = any(?)
        group by r.sweep_id, r.dataset, r.trial_id),
      ranked as (
        select cell.*, sum(seeds) over same_dataset as done,
               min(place) over same_dataset as dataset_place
        from cell window same_dataset as (partition by sweep_id, dataset))
      select distinct on (c.sweep_id)
             c.sweep_id, c.dataset, c.trial_id, t.variant, c.mean, c.seeds, c.planned
      from ranked c
      join trial t on t.id = c.trial_id
      where c.seeds > 0
      order by c.sweep_id, c.done desc, c.dataset_place,
               case when c.metric = any(?) then c.mean else -c.mean end, t.number
      """;

  private static final String[] MINIMISED =
      Arrays.stream(Metric.values())
          .filter(metric -> !metric.higherIsBetter())
          .map(Metric::metricName)
          .toArray(String[]::new);

  @Inject AnnouncedDatasets announced;
  @Inject Sql sql;

  private record Leading(long sweep, Best best) {}

  /**
   * The same sweeps; those without a best trial have their leading cell, if they have any, and one
   * objective.
   */
  List<SweepSummary> of(List<SweepSummary> sweeps) {
    Long[] incomplete =
        sweeps.stream()
            .filter(one -> one.best() == null && !one.hasSeveralObjectives())
            .filter(one -> one.runs().succeeded() > 0)
            .map(SweepSummary::id)
            .toArray(Long[]::new);
    if (incomplete.length == 0) {
      return sweeps;
    }
    String[][] scores = ShownMetric.table(Objective.SCORE, announced.metrics());
    Map<Long, Best> leading =
        sql
            .list(QUERY, LeadingCells::read, scores[0], scores[1], scores[2], incomplete, MINIMISED)
            .stream()
            .collect(Collectors.toMap(Leading::sweep, Leading::best));
    return sweeps.stream()
        .map(one -> one.best() == null ? one.withBest(leading.get(one.id())) : one)
        .toList();
  }

  private static Leading read(ResultSet row) throws SQLException {
    return new Leading(
        row.getLong("sweep_id"),
        new Best(
            row.getString("variant"),
            row.getLong("trial_id"),
            row.getDouble("mean"),
            new SweepSummary.Partial(
                row.getString("dataset"), row.getInt("seeds"), row.getInt("planned"))));
  }
}
