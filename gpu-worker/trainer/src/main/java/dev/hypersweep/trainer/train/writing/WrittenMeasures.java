package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.trainer.metric.bleu.Bleu;
import dev.hypersweep.trainer.metric.bleu.BleuCounts;
import dev.hypersweep.trainer.metric.bleu.BleuSettings;
import dev.hypersweep.trainer.metric.chrf.Chrf;
import dev.hypersweep.trainer.metric.chrf.ChrfSettings;
import dev.hypersweep.trainer.metric.correlation.Correlation;
import dev.hypersweep.trainer.metric.rouge.Rouge;
import dev.hypersweep.trainer.metric.rouge.RougeScore;
import dev.hypersweep.trainer.metric.rouge.RougeType;
import dev.hypersweep.trainer.metric.squad.AnswerNormalisation;
import dev.hypersweep.trainer.metric.squad.AnswerScores;
import dev.hypersweep.trainer.metric.ter.Ter;
import dev.hypersweep.trainer.metric.ter.TerSettings;
import dev.hypersweep.trainer.metric.translation.References;
import dev.hypersweep.trainer.predict.Statistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * How good written texts are, by the metrics of their dataset.
 *
 * @param outputs a text each
 * @param references right texts of each, at least one
 * @param rouge of each, where a metric asks for it
 */
record WrittenMeasures(
    List<String> outputs, List<List<String>> references, List<Map<RougeType, RougeScore>> rouge) {

  /** What a text that is no number counts as, as in T5. */
  private static final double NO_NUMBER = -1;

  /** ROUGE is computed once for all of its types. */
  static WrittenMeasures of(
      List<String> outputs, List<List<String>> references, List<Metric> metrics) {
    List<Map<RougeType, RougeScore>> rouge = new ArrayList<>();
    if (metrics.stream().anyMatch(metric -> type(metric) != null)) {
      Rouge scorer = new Rouge(true);
      for (int i = 0; i < outputs.size(); i++) {
        rouge.add(scorer.score(references.get(i), outputs.get(i)));
      }
    }
    return new WrittenMeasures(outputs, references, rouge);
  }

  /**
   * A metric as a function of which texts.
   *
   * @throws IllegalArgumentException if it is no metric of texts
   */
  Statistic of(Metric metric) {
    return switch (metric) {
      case ROUGE_1, ROUGE_2, ROUGE_L, ROUGE_LSUM -> mean(i -> rouge.get(i).get(type(metric)).f1());
      case EXACT_MATCH -> mean(i -> answer(i).exactMatch());
      case SQUAD_F1 -> mean(i -> answer(i).f1());
      case ACCURACY -> mean(i -> references.get(i).contains(outputs.get(i)) ? 1 : 0);
      case PEARSON -> numbers(Correlation::pearson);
      case SPEARMAN -> numbers(Correlation::spearman);
      case KENDALL -> numbers(Correlation::kendall);
      case BLEU -> bleu();
      case CHRF -> chrf(ChrfSettings.CHRF);
      case CHRF_PLUS_PLUS -> chrf(ChrfSettings.CHRF_PLUS_PLUS);
      case TER ->
          statistic(
              chosen ->
                  Ter.of(
                          TerSettings.USUAL,
                          Arrays.stream(chosen).mapToObj(outputs::get).toList(),
                          new References(Arrays.stream(chosen).mapToObj(references::get).toList()))
                      .score());
      default ->
          throw new IllegalArgumentException(
              metric.metricName() + " is no metric of written texts; take one that is");
    };
  }

  /** What is defined for a text by itself. */
  SortedMap<String, Double> ofText(int index) {
    SortedMap<String, Double> scores = new TreeMap<>();
    if (!rouge.isEmpty()) {
      rouge.get(index).forEach((type, score) -> scores.put(type.typeName(), score.f1()));
    }
    AnswerScores answer = answer(index);
    scores.put(Metric.EXACT_MATCH.metricName(), answer.exactMatch());
    scores.put(Metric.SQUAD_F1.metricName(), answer.f1());
    return scores;
  }

  private AnswerScores answer(int index) {
    return AnswerScores.best(AnswerNormalisation.SQUAD, outputs.get(index), references.get(index));
  }

  private static RougeType type(Metric metric) {
    return Arrays.stream(RougeType.values())
        .filter(type -> type.typeName().equals(metric.metricName()))
        .findFirst()
        .orElse(null);
  }

  private Statistic mean(IntToDoubleFunction score) {
    double[] values = new double[outputs.size()];
    Arrays.setAll(values, score);
    return Statistic.mean(values);
  }

  /** Counts of sentences add up to those of a corpus. */
  private Statistic bleu() {
    BleuCounts[] counts = new BleuCounts[outputs.size()];
    Arrays.setAll(counts, i -> Bleu.of(BleuSettings.OF_CORPUS, some(i), ofOne(i)).counts());
    return statistic(
        chosen ->
            Bleu.of(
                    BleuSettings.OF_CORPUS,
                    Arrays.stream(chosen)
                        .mapToObj(i -> counts[i])
                        .reduce(BleuCounts::plus)
                        .orElseThrow())
                .score());
  }

  private Statistic chrf(ChrfSettings settings) {
    return statistic(
        chosen ->
            Chrf.of(
                settings,
                Arrays.stream(chosen).mapToObj(outputs::get).toList(),
                new References(Arrays.stream(chosen).mapToObj(references::get).toList())));
  }

  private List<String> some(int index) {
    return List.of(outputs.get(index));
  }

  private References ofOne(int index) {
    return References.ofSentence(references.get(index));
  }

  /** A correlation with a constant is undefined; a model that always says the same has earned 0. */
  private Statistic numbers(ToDoubleBiFunction<double[], double[]> correlation) {
    double[] gold = new double[outputs.size()];
    double[] predicted = new double[outputs.size()];
    Arrays.setAll(gold, i -> number(references.get(i).get(0)));
    Arrays.setAll(predicted, i -> number(outputs.get(i)));
    return statistic(
        chosen -> {
          double value =
              correlation.applyAsDouble(
                  Arrays.stream(chosen).mapToDouble(i -> gold[i]).toArray(),
                  Arrays.stream(chosen).mapToDouble(i -> predicted[i]).toArray());
          return Double.isNaN(value) ? 0 : value;
        });
  }

  private static double number(String text) {
    try {
      double value = Double.parseDouble(text.strip());
      return Double.isFinite(value) ? value : NO_NUMBER;
    } catch (NumberFormatException e) {
      return NO_NUMBER;
    }
  }

  private Statistic statistic(ToDoubleFunction<int[]> number) {
    return new Statistic() {
      @Override
      public int size() {
        return outputs.size();
      }

      @Override
      public double of(int[] chosen) {
        return number.applyAsDouble(chosen);
      }
    };
  }
}
