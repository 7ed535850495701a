package dev.hypersweep.trainer.task;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.trainer.data.Example;
import dev.hypersweep.trainer.data.Split;
import dev.hypersweep.trainer.model.Head;
import dev.hypersweep.trainer.model.TextClassifier;
import dev.hypersweep.trainer.model.TextEncoder;
import dev.hypersweep.trainer.model.TokenisedExample;
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

/**
 * One class for each text.
 *
 * @param labels names of the classes
 * @param metrics of the dataset
 */
public record Classes(List<String> labels, List<Metric> metrics)
    implements TextTask<TokenisedExample> {

  @Override
  public Head head() {
    return Head.ofText(labels.size());
  }

  @Override
  public TrainableModel<TokenisedExample> model(TextEncoder encoder) {
    return (TextClassifier) encoder;
  }

  @Override
  public List<TokenisedExample> training(List<Example> examples, TokenTable table) {
    return table.rows(
        row ->
            new TokenisedExample(
                table.tokens(row), table.segments(row), labelled(examples, row).label()));
  }

  @Override
  public Classes scoredBy(List<Metric> others) {
    return new Classes(labels, others);
  }

  @Override
  public Answered answers(Split split, TokenTable table, float[][] outputs) {
    List<Prediction> predictions = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    int[] gold = new int[outputs.length];
    int[] predicted = new int[outputs.length];
    double[] losses = new double[outputs.length];
    boolean known = true;
    for (int i = 0; i < outputs.length; i++) {
      Example.Labelled example = labelled(split.examples(), i);
      gold[i] = example.label();
      predicted[i] = Likelihood.greatest(outputs[i]);
      groups.add(example.group());
      known &= gold[i] >= 0;
      losses[i] = gold[i] < 0 ? 0 : Likelihood.negativeLog(outputs[i], gold[i]);
      predictions.add(prediction(split, example, predicted[i], losses[i]));
    }
    return new Answered(predictions, known ? measures(gold, predicted, groups, losses) : List.of());
  }

  private Prediction prediction(Split split, Example.Labelled example, int predicted, double loss) {
    boolean known = example.label() >= 0;
    SortedMap<String, Double> scores =
        known
            ? new TreeMap<>(Map.of("correct", predicted == example.label() ? 1.0 : 0, "nll", loss))
            : new TreeMap<>();
    return new Prediction(
        split.name(),
        example.id(),
        example.group(),
        Shown.of(example.text(), example.pair()),
        labels.get(predicted),
        known ? List.of(labels.get(example.label())) : List.of(),
        scores);
  }

  private List<Measure> measures(
      int[] gold, int[] predicted, List<String> groups, double[] losses) {
    ClassMeasures measures = new ClassMeasures(labels.size(), gold, predicted, groups);
    List<Measure> all = new ArrayList<>();
    all.add(new Measure(Metric.LOSS.metricName(), Statistic.mean(losses)));
    all.add(measures.of(Metric.ACCURACY));
    metrics.stream()
        .filter(metric -> metric != Metric.ACCURACY && metric != Metric.LOSS)
        .forEach(metric -> all.add(measures.of(metric)));
    return all;
  }

  private static Example.Labelled labelled(List<Example> examples, int number) {
    return (Example.Labelled) examples.get(number);
  }
}
