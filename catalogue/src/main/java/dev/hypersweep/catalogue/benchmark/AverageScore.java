package dev.hypersweep.catalogue.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an average comes to. If anything is missing there is no score, only a partial mean under a
 * name of its own: a number is never one over other tasks than its name says.
 *
 * @param average the rule
 * @param taskScores of the tasks that are complete, by name, in the rule's order
 * @param missing the columns without a number; an undefined one (NaN) is none
 */
public record AverageScore(Average average, Map<String, Double> taskScores, List<Column> missing) {

  /**
   * A mean over some of the tasks.
   *
   * @param name says which ones: {@code official[8 of 9 tasks: without WNLI]}
   */
  public record Partial(String name, double mean) {}

  /**
   * Averages the numbers of each task, then the tasks. The unit stays as given; all have to be in
   * the same one.
   */
  public static AverageScore of(Average average, Map<Column, Double> numbers) {
    Map<String, Double> scores = new LinkedHashMap<>();
    List<Column> missing = new ArrayList<>();
    for (BenchmarkTask task : average.tasks()) {
      List<Column> absent =
          task.columns().stream()
              .filter(column -> Double.isNaN(numbers.getOrDefault(column, Double.NaN)))
              .toList();
      missing.addAll(absent);
      if (absent.isEmpty()) {
        scores.put(task.name(), mean(task.columns().stream().map(numbers::get).toList()));
      }
    }
    return new AverageScore(average, Collections.unmodifiableMap(scores), List.copyOf(missing));
  }

  /** The mean over all tasks; empty if a number is missing. */
  public OptionalDouble score() {
    return missing.isEmpty()
        ? OptionalDouble.of(mean(List.copyOf(taskScores.values())))
        : OptionalDouble.empty();
  }

  /** The mean over the complete tasks, if some but not all are complete. */
  public Optional<Partial> partial() {
    if (missing.isEmpty() || taskScores.isEmpty()) {
      return Optional.empty();
    }
    List<String> without =
        average.tasks().stream()
            .map(BenchmarkTask::name)
            .filter(task -> !taskScores.containsKey(task))
            .toList();
    String name =
        "%s[%d of %d tasks: without %s]"
            .formatted(
                average.name(),
                taskScores.size(),
                average.tasks().size(),
                String.join(", ", without));
    return Optional.of(new Partial(name, mean(List.copyOf(taskScores.values()))));
  }

  private static double mean(List<Double> values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.size();
  }
}
