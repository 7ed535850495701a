package dev.hypersweep.orchestrator.run;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.sweeps.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What stands for a run in a list: the metric that its sweep optimises; where that is each
 * dataset's score, the mean of the metrics that are scored; where no sweep asks, the headline
 * metric of its dataset.
 */
public final class ShownMetric {

  private ShownMetric() {}

  /**
   * The metric's name, of one that is measured on the way too: of a score, the headline metric.
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
   * Columns for a query to unnest: names of all datasets; what is shown for them; the names of the
   * metrics whose mean that is, see {@link #value}.
   *
   * @param others headline metrics of datasets that only workers know
   */
  public static String[][] table(String objective, Map<String, Metric> others) {
    boolean score = Objective.SCORE.equals(objective);
    List<String[]> rows = new ArrayList<>();
    for (Dataset dataset : Datasets.all()) {
      String shown = of(dataset.name(), objective);
      List<String> scored = dataset.scored().stream().map(Metric::metricName).toList();
      rows.add(
          score ? scored(dataset.name(), scored) : new String[] {dataset.name(), shown, shown});
    }
    boolean named = objective != null && Metric.named(objective).isPresent();
    others.forEach(
        (name, metric) -> {
          String shown = named ? objective : metric.metricName();
          rows.add(new String[] {name, shown, shown});
        });
    String[][] columns = new String[3][];
    for (int column = 0; column < columns.length; column++) {
      int at = column;
      columns[column] = rows.stream().map(row -> row[at]).toArray(String[]::new);
    }
    return columns;
  }

  private static String[] scored(String dataset, List<String> metrics) {
    String shown = metrics.size() == 1 ? metrics.get(0) : Objective.SCORE;
    return new String[] {dataset, shown, String.join(",", metrics)};
  }

  /**
   * A join that gives a run's {@code v.value}, null where one of the metrics is missing.
   *
   * @param run expression for the id of the run that has the result
   * @param names expression for the third column of {@link #table}
   */
  public static String value(String run, String names) {
    return """
        left join lateral (
          select avg(x.value order by x.name) as value from result_metric x
          where x.run_id = %s and x.name = any (string_to_array(%s, ','))
          having count(*) = cardinality(string_to_array(%s, ','))) v on true
        """
        .formatted(run, names, names);
  }
}
