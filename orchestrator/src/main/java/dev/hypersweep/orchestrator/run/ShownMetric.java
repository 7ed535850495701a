package dev.hypersweep.orchestrator.run;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.catalogue.Metric;

/**
 * Which metric stands for a run in a list: the one that its sweep optimises if that is a metric of
 * results, else the headline metric of its dataset.
 */
public final class ShownMetric {

  private ShownMetric() {}

  /**
   * The metric's name.
   *
   * @param objective metric of the sweep's objective; null for none
   */
  public static String of(String dataset, String objective) {
    return Metric.named(objective == null ? "" : objective)
        .or(() -> Datasets.named(dataset).map(Dataset::metric))
        .orElse(Metric.ACCURACY)
        .metricName();
  }

  /**
   * Names of all datasets and, at the same places, the metric shown for them: for a query to join.
   */
  public static String[][] table(String objective) {
    String[] datasets = Datasets.all().stream().map(Dataset::name).toArray(String[]::new);
    String[] metrics = new String[datasets.length];
    for (int i = 0; i < datasets.length; i++) {
      metrics[i] = of(datasets[i], objective);
    }
    return new String[][] {datasets, metrics};
  }
}
