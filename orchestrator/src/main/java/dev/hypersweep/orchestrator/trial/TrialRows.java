package dev.hypersweep.orchestrator.trial;

import dev.hypersweep.orchestrator.database.Columns;
import dev.hypersweep.orchestrator.database.Json;
import dev.hypersweep.orchestrator.page.Filters;
import dev.hypersweep.orchestrator.page.ListQuery;
import dev.hypersweep.orchestrator.page.Order;
import dev.hypersweep.orchestrator.page.Page;
import dev.hypersweep.orchestrator.page.PageParameters;
import dev.hypersweep.orchestrator.page.PageReader;
import dev.hypersweep.orchestrator.run.RunCounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Reads trials with their cells. */
@ApplicationScoped
public class TrialRows {

  public static final String STANDARD_SORT = "number";

  /** What the list can be sorted by; trials without an objective come last either way. */
  public static final Map<String, Order> SORTS =
      Map.of(
          "number",
          new Order("t.number", "integer", "t.number", false),
          "-number",
          new Order("t.number", "integer", "t.number", true),
          "objective",
          byObjective("t.objective"),
          "-objective",
          byObjective("-t.objective"));

  private static final String COLUMNS =
      "t.id, t.number, t.variant, t.parameters, t.state, t.objective, t.chosen_after, t.ended_as,"
          + " runs.*";

  private static final String JOINS =
      "trial t on t.id = page.id cross join lateral (select "
          + RunCounts.COLUMNS
          + " from run r where r.trial_id = t.id) runs";

  @Inject Json json;
  @Inject PageReader pages;
  @Inject Cells cells;

  /** A page of one sweep's trials; {@code objective} is the metric that the sweep optimises. */
  public Page<TrialView> page(
      Filters filters, String sort, String objective, PageParameters parameters) {
    ListQuery query =
        new ListQuery(
            "trial t", "t.id", filters.where(), filters.arguments(), COLUMNS, JOINS, List.of());
    Page<TrialView> page =
        pages.read(query, SORTS.get(sort), parameters, "trials " + sort + filters, this::read);
    return new Page<>(cells.of(page.items(), objective), page.next(), page.total());
  }

  private TrialView read(ResultSet row) throws SQLException {
    return new TrialView(
        row.getLong("id"),
        row.getInt("number"),
        row.getString("variant"),
        json.map(row.getString("parameters")),
        TrialState.valueOf(row.getString("state")),
        Columns.doubleOrNull(row, "objective"),
        row.getInt("chosen_after"),
        Columns.intOrNull(row, "ended_as"),
        RunCounts.read(row),
        List.of());
  }

  private static Order byObjective(String expression) {
    String lastIfNull = "coalesce(" + expression + ", 'Infinity'::float8)";
    return new Order(lastIfNull, "double precision", "t.number", false);
  }
}
