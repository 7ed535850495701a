package dev.hypersweep.orchestrator.trial;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.orchestrator.catalogue.AnnouncedDatasets;
import dev.hypersweep.orchestrator.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The one number by which a sweep compares its trials. */
@ApplicationScoped
public class TrialObjective {

  private record ScoredRun(long runId, String metric) {}

  @Inject AnnouncedDatasets announced;
  @Inject Sql sql;

  /**
   * The mean over all runs of the metric that the sweep's objective names, or of each dataset's
   * headline metric if it names none; empty if a run has no such value. Summed in the order of
   * datasets and seeds, so that equal results give equal bits.
   */
  public Optional<Double> of(long trialId) {
    List<Double> values =
        runs(trialId).stream()
            .map(
                run ->
                    sql.first(
                            "select value from result_metric where run_id = ? and name = ?",
                            row -> row.getDouble("value"),
                            run.runId(),
                            run.metric())
                        .orElse(null))
            .toList();
    if (values.isEmpty() || values.stream().anyMatch(Objects::isNull)) {
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
        select coalesce(r.reused_from, r.id) as id, r.dataset,
               s.definition #>> '{objective,metric}' as metric
        from run r join sweep s on s.id = r.sweep_id
        where r.trial_id = ? order by r.dataset, r.seed
        """,
        row -> {
          String metric = row.getString("metric");
          return new ScoredRun(
              row.getLong("id"), metric == null ? headline(row.getString("dataset")) : metric);
        },
        trialId);
  }

  private String headline(String dataset) {
    return announced.named(dataset).map(Dataset::metric).orElse(Metric.ACCURACY).metricName();
  }
}
