package dev.hypersweep.orchestrator.trial;

import dev.hypersweep.orchestrator.database.Columns;
import dev.hypersweep.orchestrator.database.Json;
import dev.hypersweep.orchestrator.page.Filters;
import dev.hypersweep.orchestrator.page.ListQuery;
import dev.hypersweep.orchestrator.page.Order;
import dev.hypersweep.orchestrator.page.Page;
import dev.hypersweep.orchestrator.page.PageParameters;
import dev.hypersweep.orchestrator.page.PageReader;
import dev.hypersweep.orchestrator.run.PruningReasons;
import dev.hypersweep.orchestrator.run.RunCounts;
import dev.hypersweep.sweeps.SweepDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads trials with their cells. */
@ApplicationScoped
public class TrialRows {

  public static final String STANDARD_SORT = "number";

  /** What the list can be sorted by; trials without an objective come last either way. */
  public static final Map<String, Order> SORTS = sorts();

  private static final String COLUMNS =
      "t.id, t.number, t.variant, t.parameters, t.state, t.objective, t.objectives, t.chosen_after, t.ended_as,"
          + " runs.*";

  private static final String JOINS =
      "trial t on t.id = page.id cross join lateral (select "
          + RunCounts.COLUMNS
          + " from run r where r.trial_id = t.id) runs";

  @Inject Json json;
  @Inject PageReader pages;
  @Inject Cells cells;
  @Inject PruningReasons pruning;

  /** A page of one sweep's trials; {@code objective} is the metric that the sweep optimises. */
  public Page<TrialView> page(
      Filters filters, String sort, String objective, PageParameters parameters) {
    ListQuery query =
        new ListQuery(
            "trial t", "t.id", filters.where(), filters.arguments(), COLUMNS, JOINS, List.of());
    Page<TrialView> page =
        pages.read(query, SORTS.get(sort), parameters, "trials " + sort + filters, this::read);
    return new Page<>(explained(cells.of(page.items(), objective)), page.next(), page.total());
  }

  private List<TrialView> explained(List<TrialView> trials) {
    Map<Long, String> reasons =
        pruning.of(
            trials.stream()
                .filter(one -> one.state() == TrialState.PRUNED)
                .map(TrialView::id)
                .toList());
    return trials.stream().map(one -> one.withPrunedBecause(reasons.get(one.id()))).toList();
  }

  private TrialView read(ResultSet row) throws SQLException {
    return new TrialView(
        row.getLong("id"),
        row.getInt("number"),
        row.getString("variant"),
        json.map(row.getString("parameters")),
        TrialState.valueOf(row.getString("state")),
        Columns.doubleOrNull(row, "objective"),
        Columns.doublesOrNull(row, "objectives"),
        row.getInt("chosen_after"),
        Columns.intOrNull(row, "ended_as"),
        null,
        RunCounts.read(row),
        List.of());
  }

  private static Map<String, Order> sorts() {
    Map<String, Order> sorts = new TreeMap<>();
    sorts.put("number", new Order("t.number", "integer", "t.number", false));
    sorts.put("-number", new Order("t.number", "integer", "t.number", true));
    addSorts(sorts, "objective", "t.objective");
    for (int i = 0; i < SweepDefinition.MOST_OBJECTIVES; i++) {
      addSorts(sorts, "objectives." + i, "t.objectives[" + (i + 1) + "]");
    }
    return sorts;
  }

  private static void addSorts(Map<String, Order> sorts, String name, String expression) {
    sorts.put(name, byObjective(expression));
    sorts.put("-" + name, byObjective("-" + expression));
  }

  private static Order byObjective(String expression) {
    String lastIfNull = "coalesce(" + expression + ", 'Infinity'::float8)";
    return new Order(lastIfNull, "double precision", "t.number", false);
  }
}
