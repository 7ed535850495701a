package dev.hypersweep.trainer.parity.vector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.catalogue.benchmark.AverageScore;
import dev.hypersweep.catalogue.benchmark.Column;
import dev.hypersweep.catalogue.benchmark.ScoringRule;
import dev.hypersweep.catalogue.benchmark.ScoringRules;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** {@code glue.average} and {@code superglue.average}: benchmark scores in every convention. */
final class BenchmarkVectors {

  /** Names of metrics in the cases that are not those of the catalogue. */
  private static final Map<String, String> METRICS =
      Map.of("mcc", "matthews", "matched", "accuracy", "mismatched", "accuracy");

  private BenchmarkVectors() {}

  static Map<String, Evaluator> all() {
    return Map.of(
        "glue.average", BenchmarkVectors::glue, "superglue.average", BenchmarkVectors::superGlue);
  }

  private static Object glue(Input input) {
    ScoringRule rule = ScoringRules.GLUE;
    Map<Column, Double> numbers = numbers(input.at("scores"), "glue/");
    Map<String, Object> all = new LinkedHashMap<>();
    AverageScore official = AverageScore.of(rule.average("official"), numbers);
    all.put("task_scores", official.taskScores());
    put(all, "official_average_9", official);
    put(all, "average_8_without_wnli", AverageScore.of(rule.average("without-wnli"), numbers));
    put(all, "bert_paper_average_9_columns", AverageScore.of(rule.average("bert-paper"), numbers));
    return all;
  }

  private static Object superGlue(Input input) {
    AverageScore official =
        AverageScore.of(
            ScoringRules.SUPERGLUE.average("official"), numbers(input.at("scores"), "superglue/"));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("task_scores", official.taskScores());
    put(all, "official_average_8", official);
    return all;
  }

  /** A score that lacks a task is not there: whoever expects it is told so. */
  private static void put(Map<String, Object> all, String name, AverageScore score) {
    score.score().ifPresent(value -> all.put(name, value));
  }

  private static Map<Column, Double> numbers(Input scores, String folder) {
    Map<Column, Double> numbers = new HashMap<>();
    for (Map.Entry<String, JsonNode> task : scores.json().properties()) {
      Input of = scores.at(task.getKey());
      for (Map.Entry<String, JsonNode> metric : task.getValue().properties()) {
        numbers.put(
            column(folder + task.getKey().toLowerCase(Locale.ROOT), metric.getKey()),
            of.number(metric.getKey()));
      }
    }
    return numbers;
  }

  private static Column column(String dataset, String metric) {
    String name = METRICS.getOrDefault(metric, metric);
    // ReCoRD's F1 is that of SQuAD's words.
    boolean words = dataset.equals("superglue/record") && name.equals("f1");
    Metric scored =
        Metric.named(words ? "squad_f1" : name)
            .orElseThrow(() -> new IllegalArgumentException("metric unknown: " + metric));
    return new Column(dataset, metric.equals("mismatched") ? "dev_mismatched" : "", scored);
  }
}
