package dev.hypersweep.trainer.task;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.trainer.data.Example;
import dev.hypersweep.trainer.data.Split;
import dev.hypersweep.trainer.metric.squad.AnswerScores;
import dev.hypersweep.trainer.model.Head;
import dev.hypersweep.trainer.model.SpanExtraction;
import dev.hypersweep.trainer.model.TextEncoder;
import dev.hypersweep.trainer.model.TrainableModel;
import dev.hypersweep.trainer.model.Window;
import dev.hypersweep.trainer.predict.Measure;
import dev.hypersweep.trainer.predict.Prediction;
import dev.hypersweep.trainer.predict.Shown;
import dev.hypersweep.trainer.predict.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A span of a context, read in windows. A window that does not hold the whole of the first answer
 * is taught to point at its first token, as BERT's makers did.
 *
 * @param longest most tokens of an answer
 * @param metrics of the dataset
 */
public record Spans(int longest, List<Metric> metrics) implements TextTask<Window> {

  @Override
  public Head head() {
    return Head.ofTokens(2);
  }

  @Override
  public TrainableModel<Window> model(TextEncoder encoder) {
    return new SpanExtraction(encoder);
  }

  @Override
  public List<Window> training(List<Example> examples, TokenTable table) {
    return table.rows(
        row -> {
          int[] place = place(table, row, question(examples, table.example(row)));
          return new Window(table.tokens(row), table.segments(row), place[0], place[1]);
        });
  }

  /** The tokens at which the first answer begins and ends; 0 and 0 if it is not all there. */
  static int[] place(TokenTable table, int row, Example.Question question) {
    Example.Answer answer = question.answers().get(0);
    int first = -1;
    int last = -1;
    boolean before = false;
    boolean after = false;
    for (int i = 0; i < table.length(row); i++) {
      int start = table.start(row, i);
      int end = table.end(row, i);
      if (start < 0) {
        continue;
      }
      before |= start <= answer.start();
      after |= end >= answer.end();
      if (first < 0 && end > answer.start()) {
        first = i;
      }
      if (start < answer.end()) {
        last = i;
      }
    }
    return before && after && first >= 0 && last >= first ? new int[] {first, last} : new int[2];
  }

  @Override
  public Spans scoredBy(List<Metric> others) {
    return new Spans(longest, others);
  }

  @Override
  public Answered answers(Split split, TokenTable table, float[][] outputs) {
    List<Prediction> predictions = new ArrayList<>();
    double[] losses = new double[outputs.length];
    boolean known = true;
    for (int i = 0; i < split.examples().size(); i++) {
      Example.Question question = question(split.examples(), i);
      BestSpan best = new BestSpan(longest);
      for (int row = table.firstRow(i); row < table.firstRow(i + 1); row++) {
        best.look(table, row, outputs[row]);
        losses[row] = loss(table, row, question, outputs[row]);
      }
      known &= !question.answers().isEmpty();
      predictions.add(prediction(split, question, best.text(question.context())));
    }
    return new Answered(predictions, known ? measures(predictions, losses) : List.of());
  }

  private static double loss(
      TokenTable table, int row, Example.Question question, float[] outputs) {
    if (question.answers().isEmpty()) {
      return 0;
    }
    int[] place = place(table, row, question);
    int tokens = table.length(row);
    return (Likelihood.negativeLog(outputs, 0, tokens, 2, place[0])
            + Likelihood.negativeLog(outputs, 1, tokens, 2, place[1]))
        / 2;
  }

  private static Prediction prediction(Split split, Example.Question question, String answer) {
    List<String> right = question.answers().stream().map(Example.Answer::text).distinct().toList();
    SortedMap<String, Double> scores = new TreeMap<>();
    if (!right.isEmpty()) {
      AnswerScores found = AnswerMeasures.of(answer, right);
      scores.put(Metric.EXACT_MATCH.metricName(), found.exactMatch());
      scores.put(Metric.SQUAD_F1.metricName(), found.f1());
    }
    return new Prediction(
        split.name(),
        question.id(),
        null,
        Shown.of(question.question(), question.context()),
        answer,
        right,
        scores);
  }

  private List<Measure> measures(List<Prediction> predictions, double[] losses) {
    List<Measure> all = new ArrayList<>();
    all.add(new Measure(Metric.LOSS.metricName(), Statistic.mean(losses)));
    for (Metric metric : metrics) {
      if (metric != Metric.LOSS) {
        double[] values =
            predictions.stream()
                .mapToDouble(p -> AnswerMeasures.of(metric, p.output(), p.references()))
                .toArray();
        all.add(new Measure(metric.metricName(), Statistic.mean(values)));
      }
    }
    return all;
  }

  private static Example.Question question(List<Example> examples, int number) {
    return (Example.Question) examples.get(number);
  }
}
