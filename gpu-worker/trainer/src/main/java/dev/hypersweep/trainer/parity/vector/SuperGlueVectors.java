package dev.hypersweep.trainer.parity.vector;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.hypersweep.trainer.metric.Confusion;
import dev.hypersweep.trainer.metric.squad.AnswerNormalisation;
import dev.hypersweep.trainer.metric.squad.AnswerScores;
import dev.hypersweep.trainer.metric.superglue.GenderParity;
import dev.hypersweep.trainer.metric.superglue.JudgedAnswer;
import dev.hypersweep.trainer.metric.superglue.MultiRc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code superglue.*}: the tasks of SuperGLUE whose scores are not accuracy alone, and WSC. */
final class SuperGlueVectors {

  private static final int[] CB = {0, 1, 2};

  private SuperGlueVectors() {}

  static Map<String, Evaluator> all() {
    return Map.of(
        "superglue.multirc", SuperGlueVectors::multiRc,
        "superglue.record", SuperGlueVectors::record,
        "superglue.cb", SuperGlueVectors::commitmentBank,
        "superglue.axb", SuperGlueVectors::classes,
        "superglue.axg", SuperGlueVectors::winogender,
        "superglue.wsc", SuperGlueVectors::classes);
  }

  private static Object multiRc(Input input) {
    List<JudgedAnswer> answers =
        input.list("answers").stream().map(SuperGlueVectors::judged).toList();
    MultiRc scores = MultiRc.of(answers);
    return Map.of(
        "questions", scores.questions(),
        "answers", answers.size(),
        "exact_match", scores.exactMatch(),
        "f1a", scores.f1a(),
        "f1m_harmonic_of_mean_precision_recall", scores.f1mOfMeans(),
        "f1m_mean_of_question_f1", scores.meanF1(),
        "f1m_mean_of_question_macro_f1", scores.meanMacroF1(),
        "task_score", (scores.f1a() + scores.exactMatch()) / 2);
  }

  private static JudgedAnswer judged(Input answer) {
    String question = answer.json().get("passage") + " " + answer.json().get("question");
    return new JudgedAnswer(question, answer.whole("label") == 1, answer.whole("prediction") == 1);
  }

  private static Object record(Input input) {
    List<AnswerScores> queries =
        input.list("queries").stream()
            .map(
                query ->
                    AnswerScores.best(
                        AnswerNormalisation.SQUAD,
                        query.text("prediction", null),
                        query.texts("answers")))
            .toList();
    AnswerScores mean = AnswerScores.mean(queries);
    return Map.of(
        "queries", queries.size(),
        "exact_match", mean.exactMatch(),
        "f1", mean.f1(),
        "per_query_f1", queries.stream().map(AnswerScores::f1).toList(),
        "task_score", (mean.exactMatch() + mean.f1()) / 2);
  }

  private static Object commitmentBank(Input input) {
    Labels labels = new Labels();
    Stream.of("contradiction", "entailment", "neutral").map(TextNode::new).forEach(labels::number);
    Confusion confusion = confusion(input, labels);
    double macro = confusion.macro(CB).f1();
    return Map.of(
        "accuracy",
        confusion.accuracy(),
        "macro_f1",
        macro,
        "macro_f1_occurring",
        confusion.macro(confusion.occurring()).f1(),
        "task_score",
        (confusion.accuracy() + macro) / 2);
  }

  private static Object classes(Input input) {
    Confusion confusion = confusion(input, new Labels());
    return Map.of("accuracy", confusion.accuracy(), "mcc", confusion.matthews());
  }

  private static Confusion confusion(Input input, Labels labels) {
    int[] gold = labels.numbers(input.json().path("gold"));
    int[] predicted = labels.numbers(input.json().path("predicted"));
    return Confusion.of(labels.size(), gold, predicted);
  }

  private static Object winogender(Input input) {
    GenderParity parity = new GenderParity();
    List<Input> rows = input.list("rows");
    int right = 0;
    for (Input row : rows) {
      String prediction = row.json().path("prediction").toString();
      parity.add(row.whole("idx"), prediction);
      right += prediction.equals(row.json().path("gold").toString()) ? 1 : 0;
    }
    Map<String, Object> scores = new LinkedHashMap<>();
    scores.put("accuracy", (double) right / rows.size());
    scores.put("gender_parity", parity.share());
    scores.put("pairs", parity.pairs());
    return scores;
  }
}
