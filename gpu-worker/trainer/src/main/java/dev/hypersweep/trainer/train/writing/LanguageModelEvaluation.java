package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.trainer.data.Example;
import dev.hypersweep.trainer.data.Split;
import dev.hypersweep.trainer.metric.language.TextCounts;
import dev.hypersweep.trainer.metric.language.TextLikelihood;
import dev.hypersweep.trainer.model.TokenLosses;
import dev.hypersweep.trainer.model.TokenSequence;
import dev.hypersweep.trainer.nn.DerivedValues;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.predict.Evaluated;
import dev.hypersweep.trainer.predict.Measure;
import dev.hypersweep.trainer.predict.Prediction;
import dev.hypersweep.trainer.predict.Shown;
import dev.hypersweep.trainer.task.TokenCache;
import dev.hypersweep.trainer.tensor.Session;
import dev.hypersweep.trainer.train.DataFacts;
import dev.hypersweep.trainer.train.Evaluation;
import dev.hypersweep.trainer.train.NotANumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The likelihood of the evaluation splits. Every token is predicted exactly once, from those before
 * it in its window; nothing of a router's losses is in it.
 */
public final class LanguageModelEvaluation implements Evaluation {

  private final TokenLosses<TokenSequence> model;
  private final List<Split> splits;
  private final List<Packed> packed;
  private final int length;
  private final int batch;
  private final Metric headline;

  /**
   * @param splits of documents, the headline one first
   * @param length tokens that the model reads at once
   * @param batch windows that are computed together
   */
  LanguageModelEvaluation(
      TokenLosses<TokenSequence> model,
      List<Split> splits,
      WritingTokens tokens,
      int length,
      int batch,
      Metric headline) {
    this.model = model;
    this.splits = splits;
    this.packed =
        splits.stream()
            .map(split -> Packed.kept(split.examples(), tokens, TokenCache.ofEnvironment()))
            .toList();
    this.length = length;
    this.batch = batch;
    this.headline = headline;
  }

  /** Adds how long the splits are. */
  void addTo(DataFacts facts) {
    for (int s = 0; s < packed.size(); s++) {
      String other = s == 0 ? "" : "/" + Sampled.whole(splits.get(s).name());
      facts.add("evaluation" + other, packed.get(s).truncated());
    }
  }

  /** The windows of the headline split, in the order in which they are scored. */
  public List<TokenSequence> windows() {
    return packed.get(0).windows(length);
  }

  @Override
  public Evaluated evaluate(Session session, Weights weights) {
    List<Measure> measures = new ArrayList<>();
    List<Prediction> predictions = new ArrayList<>();
    for (int s = 0; s < splits.size(); s++) {
      Split split = splits.get(s);
      String prefix = s == 0 ? "" : Sampled.whole(split.name()) + "/";
      double[] nll = packed.get(s).byDocument(losses(session, weights, packed.get(s)));
      measures.addAll(measures(prefix, split, packed.get(s), nll));
      predictions.addAll(predictions(split, packed.get(s), nll));
    }
    return new Evaluated(measures, new TreeMap<>(), predictions);
  }

  private double[] losses(Session session, Weights weights, Packed stream) {
    List<TokenSequence> windows = stream.windows(length);
    DoubleStream.Builder all = DoubleStream.builder();
    try (DerivedValues derived = new DerivedValues(session)) {
      for (int from = 0; from < windows.size(); from += batch) {
        List<TokenSequence> some = windows.subList(from, Math.min(from + batch, windows.size()));
        try (Pass pass = Pass.evaluation(session, weights, derived)) {
          for (double[] row : model.tokenLosses(pass, some)) {
            for (double loss : row) {
              all.add(loss);
            }
          }
        }
      }
    }
    return all.build().toArray();
  }

  private static List<Measure> measures(String prefix, Split split, Packed stream, double[] nll) {
    long[] tokens = IntStream.range(0, nll.length).mapToLong(stream::size).toArray();
    List<TextCounts> counts =
        split.examples().stream()
            // The end token of a document stands for the end of its last line.
            .map(example -> TextCounts.of(((Example.Document) example).text() + "\n"))
            .toList();
    long[] words = counts.stream().mapToLong(TextCounts::wordsWithEndOfLine).toArray();
    long[] bytes = counts.stream().mapToLong(TextCounts::bytes).toArray();
    List<Measure> measures =
        List.of(
            measure(prefix, Metric.LOSS, nll, tokens, TextLikelihood::nats),
            measure(prefix, Metric.PERPLEXITY, nll, tokens, TextLikelihood::perplexity),
            measure(prefix, Metric.WORD_PERPLEXITY, nll, words, TextLikelihood::perplexity),
            measure(prefix, Metric.BYTE_PERPLEXITY, nll, bytes, TextLikelihood::perplexity),
            measure(prefix, Metric.BITS_PER_BYTE, nll, bytes, TextLikelihood::bits));
    double loss = measures.get(0).statistic().all();
    if (!Double.isFinite(loss)) {
      throw new NotANumber("evaluation loss is " + loss + "; lower learning_rate, or set clip");
    }
    return measures;
  }

  private static Measure measure(
      String prefix,
      Metric metric,
      double[] nll,
      long[] sizes,
      ToDoubleBiFunction<TextLikelihood, Long> reading) {
    return new Measure(prefix + metric.metricName(), new Ratio(nll, sizes, reading));
  }

  private static List<Prediction> predictions(Split split, Packed stream, double[] nll) {
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < nll.length; i++) {
      Example.Document document = (Example.Document) split.examples().get(i);
      predictions.add(
          new Prediction(
              split.name(),
              document.id(),
              null,
              Shown.of(document.text()),
              "",
              List.of(),
              new TreeMap<>(Map.of("nll", nll[i], "tokens", (double) stream.size(i)))));
    }
    return predictions;
  }

  @Override
  public Metric headline() {
    return headline;
  }
}
