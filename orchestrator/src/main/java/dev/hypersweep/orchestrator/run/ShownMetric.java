package dev.hypersweep.orchestrator.run;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.catalogue.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
   *
   * @param others headline metrics of datasets that only workers know
   */
  public static String[][] table(String objective, Map<String, Metric> others) {
    List<String> datasets = new ArrayList<>(Datasets.all().stream().map(Dataset::name).toList());
    List<String> metrics =
        new ArrayList<>(datasets.stream().map(name -> of(name, objective)).toList());
    boolean named = objective != null && Metric.named(objective).isPresent();
    others.forEach(
        (name, metric) -> {
          datasets.add(name);
          metrics.add(named ? objective : metric.metricName());
        });
    return new String[][] {datasets.toArray(String[]::new), metrics.toArray(String[]::new)};
  }
}
