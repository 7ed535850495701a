package dev.hypersweep.orchestrator.run;

import dev.hypersweep.orchestrator.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
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
      select distinct on (e.trial_id) e.trial_id, e.step, e.value, r.id as run, r.dataset, r.seed,
             s.definition #>> '{pruner,name}' as pruner,
      """
          + SweepObjectives.FIRST
          + """
             ->> 'metric' as metric
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
        "pruner %s found it hopeless %s of run %d (%s, seed %d), where %s was %.4g",
        pruner,
        where,
        row.getLong("run"),
        row.getString("dataset"),
        row.getLong("seed"),
        row.getString("metric"),
        row.getDouble("value"));
  }
}
