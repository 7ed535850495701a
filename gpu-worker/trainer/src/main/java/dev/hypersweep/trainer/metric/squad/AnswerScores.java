package dev.hypersweep.trainer.metric.squad;

import dev.hypersweep.trainer.metric.text.WhiteSpace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well an answer, or many, agree with the right ones, 0 to 1.
 *
 * @param exactMatch 1 if the normalised texts are equal
 * @param f1 harmonic mean of precision and recall of the normalised words, each counting as often
 *     as it occurs in both
 */
public record AnswerScores(double exactMatch, double f1) {

  static final AnswerScores WRONG = new AnswerScores(0, 0);

  /**
   * SQuAD 1.1, and with another normalisation MLQA: the best of several right answers, for each
   * score by itself. Two texts of which nothing is left match exactly and have F1 0.
   *
   * @param prediction null if there is none, which scores 0
   */
  public static AnswerScores best(
      AnswerNormalisation normalisation, String prediction, List<String> answers) {
    if (prediction == null) {
      return WRONG;
    }
    String given = normalisation.of(prediction);
    List<String> words = WhiteSpace.split(given);
    AnswerScores best = WRONG;
    for (String answer : answers) {
      String right = normalisation.of(answer);
      best =
          new AnswerScores(
              Math.max(best.exactMatch, given.equals(right) ? 1 : 0),
              Math.max(best.f1, f1(words, WhiteSpace.split(right))));
    }
    return best;
  }

  /**
   * SQuAD 2.0: right answers of which nothing is left are passed over; if none remains the question
   * has no answer, and the empty text is right, F1 and all.
   */
  public static AnswerScores bestOrNone(String prediction, List<String> answers) {
    if (prediction == null) {
      return WRONG;
    }
    boolean answerable =
        answers.stream().anyMatch(answer -> !AnswerNormalisation.SQUAD.of(answer).isEmpty());
    if (answerable) {
      return best(
          AnswerNormalisation.SQUAD,
          prediction,
          answers.stream()
              .filter(answer -> !AnswerNormalisation.SQUAD.of(answer).isEmpty())
              .toList());
    }
    return AnswerNormalisation.SQUAD.of(prediction).isEmpty() ? new AnswerScores(1, 1) : WRONG;
  }

  /** The mean over questions; NaN over none. */
  public static AnswerScores mean(List<AnswerScores> questions) {
    return new AnswerScores(
        questions.stream().mapToDouble(AnswerScores::exactMatch).average().orElse(Double.NaN),
        questions.stream().mapToDouble(AnswerScores::f1).average().orElse(Double.NaN));
  }

  private static double f1(List<String> given, List<String> right) {
    Map<String, Integer> left = new HashMap<>();
    right.forEach(word -> left.merge(word, 1, Integer::sum));
    int same = 0;
    for (String word : given) {
      if (left.merge(word, -1, Integer::sum) >= 0) {
        same++;
      }
    }
    return same == 0 ? 0 : 2.0 * same / (given.size() + right.size());
  }
}
