package dev.hypersweep.trainer.parity.vector;

import dev.hypersweep.trainer.metric.squad.AnswerLanguage;
import dev.hypersweep.trainer.metric.squad.AnswerNormalisation;
import dev.hypersweep.trainer.metric.squad.AnswerScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code squad1.*}, {@code squad2.*}, {@code mlqa.*}: answers taken from a text. */
final class QuestionAnsweringVectors {

  private QuestionAnsweringVectors() {}

  static Map<String, Evaluator> all() {
    return Map.of(
        "squad1.answer", input -> answer(AnswerNormalisation.SQUAD, input),
        "squad1.corpus", QuestionAnsweringVectors::corpus,
        "squad1.normalize",
            input -> Map.of("normalized", AnswerNormalisation.SQUAD.of(input.text("text"))),
        "squad2.answer", QuestionAnsweringVectors::answerOrNone,
        "mlqa.answer", input -> answer(AnswerLanguage.named(input.text("language")).mlqa(), input));
  }

  private static Object answer(AnswerNormalisation normalisation, Input input) {
    String prediction = input.text("prediction", null);
    List<String> answers = input.texts("answers");
    AnswerScores scores = AnswerScores.best(normalisation, prediction, answers);
    return Map.of(
        "exact_match", scores.exactMatch(),
        "f1", scores.f1(),
        "normalized_prediction", prediction == null ? "" : normalisation.of(prediction),
        "normalized_answers", answers.stream().map(normalisation::of).toList());
  }

  private static Object answerOrNone(Input input) {
    AnswerScores scores =
        AnswerScores.bestOrNone(input.text("prediction", null), input.texts("answers"));
    return Map.of("exact_match", scores.exactMatch(), "f1", scores.f1());
  }

  private static Object corpus(Input input) {
    Input predictions = input.at("predictions");
    List<AnswerScores> scores = new ArrayList<>();
    int missing = 0;
    for (Input question : input.list("questions")) {
      String prediction = predictions.text(question.text("id"), null);
      missing += prediction == null ? 1 : 0;
      scores.add(
          AnswerScores.best(AnswerNormalisation.SQUAD, prediction, question.texts("answers")));
    }
    AnswerScores mean = AnswerScores.mean(scores);
    return Map.of(
        "total",
        scores.size(),
        "missing",
        missing,
        "exact_match",
        100 * mean.exactMatch(),
        "f1",
        100 * mean.f1());
  }
}
