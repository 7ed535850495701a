package dev.hypersweep.orchestrator.submission;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.orchestrator.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which run of a sweep answers for a dataset: of the trial with the best mean score over its seeds
 * the seed that scores best; the first of equals.
 */
@ApplicationScoped
class BestRuns {

  private static final String RUNS =
      """
      select t.number, r.id, r.seed, avg(m.value) as score, count(*) as metrics
      from run r
      join trial t on t.id = r.trial_id
      join result_metric m on m.run_id = coalesce(r.reused_from, r.id) and m.name = any (?)
      where r.sweep_id = ? and r.dataset = ? and r.state = 'SUCCEEDED'
        and (?::text is null or t.variant = ?)
      group by t.number, r.id, r.seed
      having count(*) = ?
      order by t.number, r.seed
      """;

  private static final String PLANNED =
      """
      select count(*) from run r join trial t on t.id = r.trial_id
      where r.sweep_id = ? and r.dataset = ? and (?::text is null or t.variant = ?)
      """;

  @Inject Sql sql;

  /** A run and its score on the evaluation split. */
  record Best(int trial, long run, double score) {}

  /** How many runs there are at all, whatever became of them. */
  long planned(long sweep, String dataset, String variant) {
    return sql.number(PLANNED, sweep, dataset, variant, variant);
  }

  /**
   * The run that answers; none before a run has ended well.
   *
   * @param variant only its trials; null for all
   */
  Optional<Best> of(long sweep, Dataset dataset, String variant) {
    String[] metrics = dataset.scored().stream().map(Metric::metricName).toArray(String[]::new);
    boolean higher = dataset.metric().higherIsBetter();
    Map<Integer, List<Best>> trials = new LinkedHashMap<>();
    sql.list(
            RUNS,
            row -> new Best(row.getInt("number"), row.getLong("id"), row.getDouble("score")),
            metrics,
            sweep,
            dataset.name(),
            variant,
            variant,
            metrics.length)
        .forEach(run -> trials.computeIfAbsent(run.trial, number -> new ArrayList<>()).add(run));
    Comparator<Double> order = higher ? Comparator.reverseOrder() : Comparator.naturalOrder();
    return trials.values().stream()
        .min(Comparator.comparing(BestRuns::mean, order))
        .map(runs -> runs.stream().min(Comparator.comparing(Best::score, order)).orElseThrow());
  }

  private static double mean(List<Best> runs) {
    return runs.stream().mapToDouble(Best::score).average().orElseThrow();
  }
}
