package dev.hypersweep.trainer.task;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.trainer.data.Example;
import dev.hypersweep.trainer.data.Split;
import dev.hypersweep.trainer.model.Head;
import dev.hypersweep.trainer.model.MultipleChoice;
import dev.hypersweep.trainer.model.Options;
import dev.hypersweep.trainer.model.TextEncoder;
import dev.hypersweep.trainer.model.TrainableModel;
import dev.hypersweep.trainer.predict.Measure;
import dev.hypersweep.trainer.predict.Prediction;
import dev.hypersweep.trainer.predict.Shown;
import dev.hypersweep.trainer.predict.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One of several options.
 *
 * @param metrics of the dataset
 */
public record Choices(List<Metric> metrics) implements TextTask<Options> {

  @Override
  public Head head() {
    return Head.ofText(1);
  }

  @Override
  public TrainableModel<Options> model(TextEncoder encoder) {
    return new MultipleChoice(encoder);
  }

  @Override
  public List<Options> training(List<Example> examples, TokenTable table) {
    return table.examples(
        number -> new Options(texts(table, number), choice(examples, number).answers()));
  }

  private static List<Options.Plain> texts(TokenTable table, int example) {
    return IntStream.range(table.firstRow(example), table.firstRow(example + 1))
        .mapToObj(row -> new Options.Plain(table.tokens(row), table.segments(row)))
        .toList();
  }

  @Override
  public Choices scoredBy(List<Metric> others) {
    return new Choices(others);
  }

  @Override
  public Answered answers(Split split, TokenTable table, float[][] outputs) {
    int count = split.examples().size();
    List<Prediction> predictions = new ArrayList<>();
    double[] losses = new double[count];
    double[] correct = new double[count];
    boolean known = true;
    for (int i = 0; i < count; i++) {
      Example.Choice example = choice(split.examples(), i);
      float[] logits = new float[example.options().size()];
      for (int option = 0; option < logits.length; option++) {
        logits[option] = outputs[table.firstRow(i) + option][0];
      }
      int chosen = Likelihood.greatest(logits);
      known &= !example.answers().isEmpty();
      losses[i] = loss(logits, example);
      correct[i] = example.answers().contains(chosen) ? 1 : 0;
      predictions.add(prediction(split, example, chosen, losses[i]));
    }
    return new Answered(predictions, known ? measures(predictions, correct, losses) : List.of());
  }

  /** -log of the probability of all right options together. */
  private static double loss(float[] logits, Example.Choice example) {
    int[] right = example.answers().stream().mapToInt(Integer::intValue).sorted().toArray();
    if (right.length == 0) {
      return 0;
    }
    float[] own = new float[right.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = logits[right[i]];
    }
    return Likelihood.logSum(logits, 0, logits.length, 1)
        - Likelihood.logSum(own, 0, own.length, 1);
  }

  private static Prediction prediction(
      Split split, Example.Choice example, int chosen, double loss) {
    boolean known = !example.answers().isEmpty();
    double correct = example.answers().contains(chosen) ? 1 : 0;
    SortedMap<String, Double> scores =
        known ? new TreeMap<>(Map.of("correct", correct, "nll", loss)) : new TreeMap<>();
    return new Prediction(
        split.name(),
        example.id(),
        example.group(),
        Shown.of(example.context(), String.join("\n", example.options())),
        example.names().get(chosen),
        example.answers().stream().sorted().map(example.names()::get).distinct().toList(),
        scores);
  }

  private List<Measure> measures(List<Prediction> predictions, double[] correct, double[] losses) {
    List<Measure> all = new ArrayList<>();
    all.add(new Measure(Metric.LOSS.metricName(), Statistic.mean(losses)));
    all.add(new Measure(Metric.ACCURACY.metricName(), Statistic.mean(correct)));
    for (Metric metric : metrics) {
      if (metric != Metric.LOSS && metric != Metric.ACCURACY) {
        double[] values =
            predictions.stream()
                .mapToDouble(p -> AnswerMeasures.of(metric, p.output(), p.references()))
                .toArray();
        all.add(new Measure(metric.metricName(), Statistic.mean(values)));
      }
    }
    return all;
  }

  private static Example.Choice choice(List<Example> examples, int number) {
    return (Example.Choice) examples.get(number);
  }
}
