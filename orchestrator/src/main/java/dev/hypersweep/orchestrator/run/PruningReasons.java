package dev.hypersweep.orchestrator.run;

import dev.hypersweep.orchestrator.database.Columns;
import dev.hypersweep.orchestrator.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says why trials were pruned: what their pruner was told when it found them hopeless. */
@ApplicationScoped
public class PruningReasons {

  private static final Set<String> RACES = Set.of("racing", "wilcoxon", "friedman");

  private static final String QUERY =
      """
      select distinct on (e.trial_id) e.trial_id, e.step, e.value, e.further, r.id as run, r.dataset,
             r.seed, e.bound, e.better, e.compared, s.definition #>> '{pruner,name}' as pruner,
             coalesce((s.definition #>> '{pruner,percentile}')::float8, 25) as percentile,
      """
          + """
             array(select o.objective ->> 'metric' from jsonb_array_elements(
      """
          + SweepObjectives.ALL
          + """
                   ) with ordinality as o (objective, place) order by o.place) as metrics
      from pruning_event e
      join run r on r.id = e.run_id
      join sweep s on s.id = e.sweep_id
      where e.trial_id = any(?) and e.prune
      order by e.trial_id, e.number
      """;

  @Inject Sql sql;

  /** In words, by the trial's id; trials that no pruner found hopeless are left out. */
  public Map<Long, String> of(Collection<Long> trials) {
    return sql
        .list(
            QUERY,
            row -> Map.entry(row.getLong("trial_id"), words(row)),
            (Object) trials.toArray(Long[]::new))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String words(ResultSet row) throws SQLException {
    String pruner = row.getString("pruner");
    String where =
        RACES.contains(pruner) ? "with the result" : "at step %d".formatted(row.getLong("step"));
    return String.format(
        Locale.ROOT,
        "pruner %s found it hopeless %s of run %d (%s, seed %d), where %s%s",
        pruner,
        where,
        row.getLong("run"),
        row.getString("dataset"),
        row.getLong("seed"),
        values(row),
        against(row, pruner));
  }

  private static String values(ResultSet row) throws SQLException {
    List<Double> values = new ArrayList<>(List.of(row.getDouble("value")));
    List<Double> further = Columns.doublesOrNull(row, "further");
    values.addAll(further == null ? List.of() : further);
    String[] metrics = (String[]) row.getArray("metrics").getArray();
    List<String> said = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      said.add(metrics[i] + " was " + number(values.get(i)));
    }
    return String.join(" and ", said);
  }

  /** What stood against it; nothing of what was decided before it was stored. */
  private static String against(ResultSet row, String pruner) throws SQLException {
    Integer compared = Columns.intOrNull(row, "compared");
    if (compared == null) {
      return "";
    }
    Double bound = Columns.doubleOrNull(row, "bound");
    String better = row.getInt("better") + " of " + compared;
    if (bound == null) {
      return compared == 0 ? "" : "; " + better + " trials there stand before it";
    }
    String number = number(bound);
    return switch (pruner) {
      case "median" -> against("median", number, compared);
      case "percentile" -> {
        double share = row.getDouble("percentile");
        yield against("percentile " + number(share), number, compared);
      }
      case "threshold" -> ", beyond the bound of " + number;
      case "divergence" -> ", and had been worse than " + number + " for some reports";
      case "patience" -> ", and a best of " + number + " was not improved";
      case "racing", "wilcoxon", "friedman" ->
          " against a mean of %s of the best trial, which is better in %s runs of both"
              .formatted(number, better);
      default ->
          "; the rung asked for %s, and %s trials there are better".formatted(number, better);
    };
  }

  private static String against(String what, String number, int compared) {
    return " against a %s of %s of %d trials".formatted(what, number, compared);
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
