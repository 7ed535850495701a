package dev.hypersweep.orchestrator.trial;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.orchestrator.catalogue.AnnouncedDatasets;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.sweeps.Objective;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The one number by which a sweep compares its trials. */
@ApplicationScoped
public class TrialObjective {

  private record ScoredRun(long own, long runId, String[] metrics) {}

  @Inject AnnouncedDatasets announced;
  @Inject Sql sql;

  /**
   * The mean over all runs of the metric that the sweep's objective names, or of each dataset's
   * score, the mean of its scored metrics, if it names none; empty if a run lacks such a value.
   * Summed in the order of datasets and seeds, so that equal results give equal bits.
   */
  public Optional<Double> of(long trialId) {
    List<Double> values =
        runs(trialId).stream()
            .map(run -> mean(run.metrics().length, metrics(run)).orElse(null))
            .toList();
    return values.stream().anyMatch(Objects::isNull)
        ? Optional.empty()
        : mean(values.size(), values);
  }

  /**
   * What is known of a trial that ended early.
   *
   * @param value as {@link #of}, over the runs that have a result
   * @param steps of these runs together
   */
  public record Partial(double value, long steps) {}

  /** What is known of a trial that ended early; empty if none of its runs has a result. */
  public Optional<Partial> partial(long trialId) {
    List<Double> values =
        runs(trialId).stream()
            .flatMap(run -> mean(run.metrics().length, metrics(run)).stream())
            .toList();
    long steps =
        sql.number(
            """
            select coalesce(sum(e.steps), 0)::bigint
            from run r join result e on e.run_id = coalesce(r.reused_from, r.id)
            where r.trial_id = ?
            """,
            trialId);
    return mean(values.size(), values).map(value -> new Partial(value, steps));
  }

  /** The objective of one run; empty if it has no such value. */
  public Optional<Double> ofRun(long trialId, long runId) {
    return runs(trialId).stream()
        .filter(run -> run.own() == runId)
        .findFirst()
        .flatMap(run -> mean(run.metrics().length, metrics(run)));
  }

  private List<Double> metrics(ScoredRun run) {
    return sql.list(
        "select value from result_metric where run_id = ? and name = any (?) order by name",
        row -> row.getDouble("value"),
        run.runId(),
        run.metrics());
  }

  /** Empty unless there are as many values as there should be, and any. */
  private static Optional<Double> mean(int due, List<Double> values) {
    if (values.isEmpty() || values.size() != due) {
      return Optional.empty();
    }
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return Optional.of(sum / values.size());
  }

  private List<ScoredRun> runs(long trialId) {
    return sql.list(
        """
        select r.id as own, coalesce(r.reused_from, r.id) as id, r.dataset,
               s.definition #>> '{objective,metric}' as metric
        from run r join sweep s on s.id = r.sweep_id
        where r.trial_id = ? order by r.dataset, r.seed
        """,
        row -> {
          String metric = row.getString("metric");
          boolean named = metric != null && !metric.equals(Objective.SCORE);
          return new ScoredRun(
              row.getLong("own"),
              row.getLong("id"),
              named ? new String[] {metric} : scored(row.getString("dataset")));
        },
        trialId);
  }

  private String[] scored(String dataset) {
    return announced.named(dataset).map(Dataset::scored).orElse(List.of(Metric.ACCURACY)).stream()
        .map(Metric::metricName)
        .toArray(String[]::new);
  }
}
