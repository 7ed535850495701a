package dev.hypersweep.trainer.parity.vector;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every metric name that a {@code .jsonl} case can have, and what computes it. */
public final class Evaluators {

  /** A family of evaluators is a file of its own with a method {@code all()}; name it here. */
  private static final List<Map<String, Evaluator>> FAMILIES =
      List.of(
          AggregateVectors.all(),
          BenchmarkVectors.all(),
          ClassificationVectors.all(),
          ComparisonVectors.all(),
          CorrelationVectors.all(),
          DatasetVectors.all(),
          DistributionVectors.all(),
          IntervalVectors.all(),
          LanguageModelVectors.all(),
          PairedVectors.all(),
          QuestionAnsweringVectors.all(),
          RougeVectors.all(),
          SearchVectors.all(),
          SubmissionVectors.all(),
          SuperGlueVectors.all(),
          TranslationVectors.all());

  private static final Map<String, Evaluator> ALL = new TreeMap<>();

  static {
    for (Map<String, Evaluator> family : FAMILIES) {
      family.forEach(
          (name, evaluator) -> {
            if (ALL.put(name, evaluator) != null) {
              throw new IllegalStateException("two families compute " + name);
            }
          });
    }
  }

  private Evaluators() {}

  /**
   * What computes that metric.
   *
   * @throws IllegalArgumentException naming those that are known
   */
  public static Evaluator named(String metric) {
    Evaluator evaluator = ALL.get(metric);
    if (evaluator == null) {
      throw new IllegalArgumentException(
          "metric '" + metric + "' is unknown; known are " + String.join(", ", ALL.keySet()));
    }
    return evaluator;
  }
}
