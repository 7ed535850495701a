package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.database.Columns;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.page.Filters;
import dev.hypersweep.orchestrator.page.ListQuery;
import dev.hypersweep.orchestrator.page.Order;
import dev.hypersweep.orchestrator.page.Page;
import dev.hypersweep.orchestrator.page.PageParameters;
import dev.hypersweep.orchestrator.page.PageReader;
import dev.hypersweep.orchestrator.run.RunCounts;
import dev.hypersweep.orchestrator.run.SweepObjectives;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads sweeps as lists show them: the source never, of the definition only the objective. */
@ApplicationScoped
public class SweepRows {

  static final String STANDARD_SORT = "-id";

  /** What the list can be sorted by; a minus turns it round. */
  static final Map<String, Order> SORTS =
      Map.of(
          "id", new Order("s.id", "bigint", "s.id", false),
          "-id", new Order("s.id", "bigint", "s.id", true),
          "name", new Order("s.name", "text", "s.id", false),
          "-name", new Order("s.name", "text", "s.id", true),
          "priority", new Order("s.priority", "integer", "s.id", false),
          "-priority", new Order("s.priority", "integer", "s.id", true));

  /** An expression over {@code sweep s}. */
  static final String RUNS_TO_COME =
      """
      case s.trials_to_come when 0 then 0
      else s.trials_to_come * jsonb_array_length(s.definition -> 'datasets')
           * jsonb_array_length(s.definition -> 'seeds') end""";

  private static final String COLUMNS =
      """
      s.id, s.name, s.description, team.name as team, s.state, s.priority,
      objectives.metrics, objectives.goals, objectives.aggregates,
      s.created_at, s.started_at, s.finished_at, s.ended_because,
      runs.*, trials.trials,
      best.variant as best_variant, best.id as best_trial, best.objective as best_objective
      """;

  private static final String JOINS =
      """
      join team on team.id = s.team_id
      cross join lateral (
        select array_agg(o.objective ->> 'metric' order by o.place) as metrics,
               array_agg(o.objective ->> 'goal' order by o.place) as goals,
               array_agg(o.objective ->> 'aggregate' order by o.place) as aggregates
        from jsonb_array_elements(
      """
          + SweepObjectives.ALL
          + """
        ) with ordinality as o(objective, place)) objectives
      cross join lateral (select
      """
          + RunCounts.columns(SweepRows.RUNS_TO_COME)
          + """
           from run r where r.sweep_id = s.id) runs
          cross join lateral (
            select count(*) + s.trials_to_come as trials from trial where sweep_id = s.id) trials
          left join lateral (
            select variant, id, objective from trial
            where sweep_id = s.id and objective is not null
              and s.definition -> 'objectives' is null
            order by case s.definition -> 'objective' ->> 'goal'
              when 'minimize' then objective else -objective end, number
            limit 1) best on true
          """;

  @Inject Sql sql;
  @Inject PageReader pages;
  @Inject LeadingCells leadingCells;
  @Inject TimeLeft timeLeft;

  /** A page of all sweeps that pass the filters. */
  Page<SweepSummary> page(Filters filters, String sort, PageParameters parameters) {
    ListQuery query =
        new ListQuery(
            "sweep s join team on team.id = s.team_id",
            "s.id",
            filters.where(),
            filters.arguments(),
            COLUMNS,
            "sweep s on s.id = page.id " + JOINS,
            List.of());
    Page<SweepSummary> page =
        pages.read(query, SORTS.get(sort), parameters, "sweeps " + sort + filters, SweepRows::read);
    return new Page<>(completed(page.items()), page.next(), page.total());
  }

  /** One sweep; none if there is no such sweep. */
  Optional<SweepSummary> one(long sweep) {
    List<SweepSummary> found =
        sql.list(
            "select " + COLUMNS + " from sweep s " + JOINS + " where s.id = ?",
            SweepRows::read,
            sweep);
    return completed(found).stream().findFirst();
  }

  private List<SweepSummary> completed(List<SweepSummary> sweeps) {
    return timeLeft.of(leadingCells.of(sweeps));
  }

  private static SweepSummary read(ResultSet row) throws SQLException {
    Double best = Columns.doubleOrNull(row, "best_objective");
    List<SweepSummary.Objective> objectives = objectives(row);
    return new SweepSummary(
        row.getLong("id"),
        row.getString("name"),
        row.getString("description"),
        row.getString("team"),
        SweepState.valueOf(row.getString("state")),
        row.getInt("priority"),
        RunCounts.read(row),
        row.getLong("trials"),
        best == null
            ? null
            : new SweepSummary.Best(
                row.getString("best_variant"), row.getLong("best_trial"), best, null),
        objectives.get(0),
        objectives,
        Columns.instant(row, "created_at"),
        Columns.instant(row, "started_at"),
        Columns.instant(row, "finished_at"),
        row.getString("ended_because"),
        null);
  }

  private static List<SweepSummary.Objective> objectives(ResultSet row) throws SQLException {
    String[] metrics = (String[]) row.getArray("metrics").getArray();
    String[] goals = (String[]) row.getArray("goals").getArray();
    String[] aggregates = (String[]) row.getArray("aggregates").getArray();
    return IntStream.range(0, metrics.length)
        .mapToObj(i -> new SweepSummary.Objective(metrics[i], goals[i], aggregates[i]))
        .toList();
  }
}
