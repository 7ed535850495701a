package dev.hypersweep.trainer.parity.vector;

import dev.hypersweep.trainer.metric.ClassScores;
import dev.hypersweep.trainer.metric.Confusion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code classification.*}: scores of predicted classes. */
final class ClassificationVectors {

  private ClassificationVectors() {}

  static Map<String, Evaluator> all() {
    return Map.of("classification.scores", ClassificationVectors::scores);
  }

  private static Object scores(Input input) {
    Labels labels = new Labels();
    int[] declared = labels.numbers(input.json().path("labels"));
    // What is not declared gets numbers behind: it makes an answer wrong and has no row of its own.
    int[] gold = labels.numbers(input.json().path("gold"));
    int[] predicted = labels.numbers(input.json().path("predicted"));
    Confusion confusion = Confusion.of(labels.size(), gold, predicted);
    Map<String, Object> scores = new LinkedHashMap<>();
    scores.put("n", confusion.total());
    scores.put("accuracy", confusion.accuracy());
    scores.put("confusion", counts(confusion, declared));
    scores.put("per_class", perClass(confusion, declared, labels));
    scores.put("micro", confusion.micro(declared));
    scores.put("macro", confusion.macro(declared));
    scores.put("weighted", confusion.weighted(declared));
    scores.put("macro_f1_occurring", confusion.macro(confusion.occurring()).f1());
    scores.put("mcc", confusion.matthews());
    scores.put("balanced_accuracy", confusion.balancedAccuracy());
    scores.put("cohen_kappa", confusion.kappa());
    if (input.has("positive")) {
      scores.put("binary", confusion.of(labels.number(input.json().get("positive"))));
    }
    return scores;
  }

  private static long[][] counts(Confusion confusion, int[] classes) {
    long[][] counts = new long[classes.length][classes.length];
    for (int gold : classes) {
      for (int predicted : classes) {
        counts[gold][predicted] = confusion.count(gold, predicted);
      }
    }
    return counts;
  }

  private static List<Map<String, Object>> perClass(
      Confusion confusion, int[] classes, Labels labels) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int of : classes) {
      ClassScores scores = confusion.of(of);
      rows.add(
          Map.of(
              "label", labels.name(of),
              "precision", scores.precision(),
              "recall", scores.recall(),
              "f1", scores.f1(),
              "support", confusion.support(of)));
    }
    return rows;
  }
}
