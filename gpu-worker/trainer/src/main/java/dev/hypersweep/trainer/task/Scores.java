package dev.hypersweep.trainer.task;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.trainer.data.Example;
import dev.hypersweep.trainer.data.Split;
import dev.hypersweep.trainer.metric.correlation.Correlation;
import dev.hypersweep.trainer.model.Head;
import dev.hypersweep.trainer.model.Regression;
import dev.hypersweep.trainer.model.ScoredText;
import dev.hypersweep.trainer.model.TextEncoder;
import dev.hypersweep.trainer.model.TrainableModel;
import dev.hypersweep.trainer.predict.Measure;
import dev.hypersweep.trainer.predict.Prediction;
import dev.hypersweep.trainer.predict.Shown;
import dev.hypersweep.trainer.predict.Statistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;

/**
 * One number for each text. It is learnt on the scale from 0, the least score of the training
 * split, to 1, its greatest; predictions are told on the dataset's own scale, and so are metrics
 * but for the loss.
 *
 * @param low least score of the training split
 * @param high greatest
 * @param metrics of the dataset
 */
public record Scores(double low, double high, List<Metric> metrics)
    implements TextTask<ScoredText> {

  /** On the scale of a training split; of one score only, shifted and not stretched. */
  public static Scores of(List<Example> train, List<Metric> metrics) {
    double[] scores = train.stream().mapToDouble(e -> ((Example.Scored) e).score()).toArray();
    double low = Arrays.stream(scores).min().orElse(0);
    double high = Arrays.stream(scores).max().orElse(1);
    return new Scores(low, high > low ? high : low + 1, metrics);
  }

  @Override
  public Head head() {
    return Head.ofText(1);
  }

  @Override
  public TrainableModel<ScoredText> model(TextEncoder encoder) {
    return new Regression(encoder);
  }

  @Override
  public List<ScoredText> training(List<Example> examples, TokenTable table) {
    return table.rows(
        row ->
            new ScoredText(
                table.tokens(row), table.segments(row), learnt(scored(examples, row).score())));
  }

  private double learnt(double score) {
    return (score - low) / (high - low);
  }

  @Override
  public Scores scoredBy(List<Metric> others) {
    return new Scores(low, high, others);
  }

  @Override
  public Answered answers(Split split, TokenTable table, float[][] outputs) {
    List<Prediction> predictions = new ArrayList<>();
    double[] gold = new double[outputs.length];
    double[] predicted = new double[outputs.length];
    double[] losses = new double[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      Example.Scored example = scored(split.examples(), i);
      double error = outputs[i][0] - learnt(example.score());
      gold[i] = example.score();
      predicted[i] = low + outputs[i][0] * (high - low);
      losses[i] = error * error;
      predictions.add(prediction(split, example, predicted[i]));
    }
    boolean known = Arrays.stream(gold).noneMatch(Double::isNaN);
    return new Answered(predictions, known ? measures(gold, predicted, losses) : List.of());
  }

  private static Prediction prediction(Split split, Example.Scored example, double predicted) {
    boolean known = !Double.isNaN(example.score());
    double error = predicted - example.score();
    SortedMap<String, Double> scores =
        known ? new TreeMap<>(Map.of("squared_error", error * error)) : new TreeMap<>();
    return new Prediction(
        split.name(),
        example.id(),
        null,
        Shown.of(example.text(), example.pair()),
        Double.toString(predicted),
        known ? List.of(Double.toString(example.score())) : List.of(),
        scores);
  }

  private List<Measure> measures(double[] gold, double[] predicted, double[] losses) {
    List<Measure> all = new ArrayList<>();
    all.add(new Measure(Metric.LOSS.metricName(), Statistic.mean(losses)));
    for (Metric metric : metrics) {
      if (metric != Metric.LOSS) {
        Statistic statistic = of(correlation(metric), gold, predicted);
        all.add(new Measure(metric.metricName(), statistic));
      }
    }
    return all;
  }

  private static ToDoubleBiFunction<double[], double[]> correlation(Metric metric) {
    return switch (metric) {
      case PEARSON -> Correlation::pearson;
      case SPEARMAN -> Correlation::spearman;
      case KENDALL -> Correlation::kendall;
      default ->
          throw new IllegalArgumentException(
              metric.metricName() + " is no metric of numbers; take pearson, spearman or kendall");
    };
  }

  /** A correlation with a constant is undefined; a model that always says the same has earned 0. */
  private static Statistic of(
      ToDoubleBiFunction<double[], double[]> correlation, double[] gold, double[] predicted) {
    return new Statistic() {
      @Override
      public int size() {
        return gold.length;
      }

      @Override
      public double of(int[] chosen) {
        double[] some = Arrays.stream(chosen).mapToDouble(i -> gold[i]).toArray();
        double[] others = Arrays.stream(chosen).mapToDouble(i -> predicted[i]).toArray();
        double value = correlation.applyAsDouble(some, others);
        return Double.isNaN(value) ? 0 : value;
      }
    };
  }

  private static Example.Scored scored(List<Example> examples, int number) {
    return (Example.Scored) examples.get(number);
  }
}
