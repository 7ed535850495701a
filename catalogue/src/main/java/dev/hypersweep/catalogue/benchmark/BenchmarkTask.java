package dev.hypersweep.catalogue.benchmark;

import dev.hypersweep.catalogue.Metric;
import java.util.List;

/**
 * What counts once in an average: the mean of one number or several, for example of the F1 and the
 * accuracy of MRPC, or of MNLI's matched and mismatched accuracies.
 *
 * @param name as the benchmark's makers write it
 * @param columns all of one direction, 1 or more
 */
public record BenchmarkTask(String name, List<Column> columns) {

  /** Refuses what cannot be averaged. */
  public BenchmarkTask {
    columns = List.copyOf(columns);
    if (columns.stream().map(column -> column.metric().higherIsBetter()).distinct().count() != 1) {
      throw new IllegalArgumentException(
          "task " + name + " needs metrics of one direction, it has " + columns);
    }
  }

  /** The mean of these metrics on the headline split of a dataset. */
  public static BenchmarkTask of(String name, String dataset, Metric... metrics) {
    return new BenchmarkTask(
        name, List.of(metrics).stream().map(metric -> Column.of(dataset, metric)).toList());
  }

  /** Direction of improvement. */
  public boolean higherIsBetter() {
    return columns.get(0).metric().higherIsBetter();
  }
}
