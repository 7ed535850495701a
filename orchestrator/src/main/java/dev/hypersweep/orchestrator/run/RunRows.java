package dev.hypersweep.orchestrator.run;

import dev.hypersweep.orchestrator.catalogue.AnnouncedDatasets;
import dev.hypersweep.orchestrator.database.Columns;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.page.Filters;
import dev.hypersweep.orchestrator.page.ListQuery;
import dev.hypersweep.orchestrator.page.Order;
import dev.hypersweep.orchestrator.page.Page;
import dev.hypersweep.orchestrator.page.PageParameters;
import dev.hypersweep.orchestrator.page.PageReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads runs as lists show them: neither specification nor manifest leaves the database. */
@ApplicationScoped
public class RunRows {

  private static final Order ORDER = new Order("r.id", "bigint", "r.id", false);

  private static final String COLUMNS =
      """
      r.id, r.sweep_id, r.trial_id, t.number as trial_number,
      coalesce(t.variant, r.specification ->> 'variant') as variant,
      r.dataset, r.seed, r.state, o.generation as attempts, r.reused_from, r.failure_class,
      r.started_at, r.finished_at, w.name as worker,
      case when not x.pruned and x.early_stop is null then x.steps end as whole_steps,
      coalesce(x.steps, a.step, 0) as step, r.rung,
      m.metric, v.value,
      case when x.run_id is not null then (x.cost ->> 'seconds')::float8
           when r.state = 'LEASED' then extract(epoch from now() - a.started_at)::float8
      end as seconds,
      """
          + AskedSteps.columns("o");

  /** The origin {@code o} of a run {@code r} is itself, or the run that it reuses. */
  private static final String JOINS =
      """
      join run o on o.id = coalesce(r.reused_from, r.id)
      join unnest(?::text[], ?::text[], ?::text[]) as m(dataset, metric, names)
        on m.dataset = r.dataset
      left join trial t on t.id = r.trial_id
      left join worker w on w.id = o.worker_id
      left join result x on x.run_id = o.id
      left join lateral (
        select step, started_at from attempt
        where run_id = o.id order by generation desc limit 1) a on true
      """
          + ShownMetric.value("o.id", "m.names")
          + AskedSteps.join("o");

  private static final String OBJECTIVE =
      "select "
          + SweepObjectives.FIRST
          + """
       ->> 'metric'
      from run r join sweep s on s.id = r.sweep_id where r.id = ?
      """;

  @Inject AnnouncedDatasets announced;
  @Inject Sql sql;
  @Inject PageReader pages;

  /** A page of runs, in the order in which they were made; all of one sweep. */
  Page<RunSummary> page(Filters filters, String objective, PageParameters parameters) {
    String[][] metrics = ShownMetric.table(objective, announced.metrics());
    ListQuery query =
        new ListQuery(
            "run r",
            "r.id",
            filters.where(),
            filters.arguments(),
            COLUMNS,
            "run r on r.id = page.id " + JOINS,
            List.of((Object[]) metrics));
    return pages.read(query, ORDER, parameters, "runs " + filters, RunRows::read);
  }

  /** One run; none if there is no such run. */
  Optional<RunSummary> one(long run) {
    String objective = sql.first(OBJECTIVE, row -> row.getString(1), run).orElse(null);
    String[][] metrics = ShownMetric.table(objective, announced.metrics());
    return sql.first(
        "select " + COLUMNS + " from run r " + JOINS + " where r.id = ?",
        RunRows::read,
        metrics[0],
        metrics[1],
        metrics[2],
        run);
  }

  /** A result that was not cut short says it best. */
  private static Long steps(ResultSet row) throws SQLException {
    Long whole = Columns.longOrNull(row, "whole_steps");
    return whole == null ? AskedSteps.read(row) : whole;
  }

  private static RunSummary read(ResultSet row) throws SQLException {
    return new RunSummary(
        row.getLong("id"),
        Columns.longOrNull(row, "sweep_id"),
        Columns.longOrNull(row, "trial_id"),
        Columns.intOrNull(row, "trial_number"),
        row.getString("variant"),
        row.getString("dataset"),
        row.getLong("seed"),
        RunState.valueOf(row.getString("state")),
        row.getLong("step"),
        steps(row),
        Columns.intOrNull(row, "rung"),
        row.getString("metric"),
        Columns.doubleOrNull(row, "value"),
        row.getString("worker"),
        row.getInt("attempts"),
        Columns.longOrNull(row, "reused_from"),
        row.getString("failure_class"),
        Columns.instant(row, "started_at"),
        Columns.instant(row, "finished_at"),
        Columns.doubleOrNull(row, "seconds"));
  }
}
