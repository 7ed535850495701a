package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.catalogue.AnnouncedDatasets;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.run.ShownMetric;
import dev.hypersweep.sweeps.SweepDefinition;
import dev.hypersweep.sweeps.TrialChoice;
import dev.hypersweep.sweeps.matrix.RunHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * In which order a new trial takes the datasets: what is cheap and tells most of the whole comes
 * first, judged by the latest complete trials of its own sweep and of all sweeps. Runs are stored
 * in this order, and the claim serves the oldest first.
 */
@ApplicationScoped
class DatasetOrders {

  private static final String QUERY =
      """
      with latest as (
        (select id from trial where sweep_id = ? and state = 'COMPLETED' and ended_as is not null
         order by ended_as desc limit %1$d)
        union
        (select id from trial where state = 'COMPLETED' order by id desc limit %1$d)
      )
      select r.trial_id, r.dataset, m.metric, avg(v.value) as value,
             avg((x.cost ->> 'seconds')::float8) as seconds
      from latest
      join run r on r.trial_id = latest.id and r.state = 'SUCCEEDED'
      join unnest(?::text[], ?::text[]) as m(dataset, metric) on m.dataset = r.dataset
      join result x on x.run_id = coalesce(r.reused_from, r.id)
      join result_metric v on v.run_id = x.run_id and v.name = m.metric
      group by r.trial_id, r.dataset, m.metric
      order by exists (select from trial t where t.id = r.trial_id and t.sweep_id = ?), r.trial_id
      """
          .formatted(RunHistory.MOST);

  @Inject Sql sql;
  @Inject AnnouncedDatasets announced;

  private record Told(long trial, String dataset, double value, double seconds) {}

  /** For the first trials of a sweep. */
  List<String> of(SweepDefinition definition) {
    return of(0, definition);
  }

  /** For further trials of a sweep, if there are any. */
  List<String> of(long sweep, SweepDefinition definition, TrialChoice.Chosen chosen) {
    return chosen.trials().isEmpty() ? definition.datasets() : of(sweep, definition);
  }

  private List<String> of(long sweep, SweepDefinition definition) {
    List<String> datasets = definition.datasets();
    if (datasets.size() == 1) {
      return datasets;
    }
    var others = announced.metrics();
    RunHistory history = new RunHistory(datasets);
    String[] metrics =
        datasets.stream()
            .map(name -> ShownMetric.of(name, definition.objective().metricName()))
            .toArray(String[]::new);
    sql.list(QUERY, DatasetOrders::read, sweep, datasets.toArray(String[]::new), metrics, sweep)
        .forEach(
            told ->
                history.measured(
                    told.trial(),
                    told.dataset(),
                    definition.objective().directionOn(told.dataset(), others).loss(told.value()),
                    told.seconds()));
    return history.order();
  }

  private static Told read(ResultSet row) throws SQLException {
    return new Told(
        row.getLong("trial_id"),
        row.getString("dataset"),
        row.getDouble("value"),
        row.getDouble("seconds"));
  }
}
