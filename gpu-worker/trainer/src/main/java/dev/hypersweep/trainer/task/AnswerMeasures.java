package dev.hypersweep.trainer.task;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.trainer.metric.squad.AnswerNormalisation;
import dev.hypersweep.trainer.metric.squad.AnswerScores;
import java.util.List;

/** How good an answer in words is, by SQuAD's rules, when any of several would be right. */
final class AnswerMeasures {

  private AnswerMeasures() {}

  /** Exact match and the words' F1, each with the best of them. */
  static AnswerScores of(String answer, List<String> right) {
    return AnswerScores.best(AnswerNormalisation.SQUAD, answer, right);
  }

  /**
   * The score of an answer under a metric.
   *
   * @throws IllegalArgumentException if it is no metric of answers
   */
  static double of(Metric metric, String answer, List<String> right) {
    return switch (metric) {
      case EXACT_MATCH -> of(answer, right).exactMatch();
      case SQUAD_F1 -> of(answer, right).f1();
      default ->
          throw new IllegalArgumentException(
              metric.metricName() + " is no metric of answers; take exact_match or squad_f1");
    };
  }
}
