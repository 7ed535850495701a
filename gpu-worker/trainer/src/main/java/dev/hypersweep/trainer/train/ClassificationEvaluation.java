package dev.hypersweep.trainer.train;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.trainer.metric.Confusion;
import dev.hypersweep.trainer.model.ClassLogits;
import dev.hypersweep.trainer.model.TokenisedExample;
import dev.hypersweep.trainer.nn.DerivedValues;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.predict.Evaluated;
import dev.hypersweep.trainer.task.ClassificationTask;
import dev.hypersweep.trainer.tensor.Session;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Scores a model on the evaluation split, in batches of examples of like length: short texts do not
 * pay for long ones. The batches never change, so neither do the bits of a score.
 */
public final class ClassificationEvaluation implements Evaluation {

  private final ClassLogits<TokenisedExample> model;
  private final List<TokenisedExample> byLength;
  private final int batch;
  private final int classes;
  private final Metric headline;

  public ClassificationEvaluation(
      ClassLogits<TokenisedExample> model, ClassificationTask task, int batch, Metric headline) {
    this.model = model;
    this.byLength =
        task.evaluation().stream()
            .sorted(Comparator.comparingInt(example -> example.tokens().length))
            .toList();
    this.batch = batch;
    this.classes = task.info().classes();
    this.headline = headline;
  }

  /** Loss, accuracy and the dataset's own metric. */
  @Override
  public Evaluated evaluate(Session session, Weights weights) {
    Confusion confusion = new Confusion(classes);
    double loss = 0;
    try (DerivedValues derived = new DerivedValues(session)) {
      for (int from = 0; from < byLength.size(); from += batch) {
        int to = Math.min(from + batch, byLength.size());
        List<TokenisedExample> some = byLength.subList(from, to);
        float[][] logits = logits(session, weights, derived, some);
        for (int i = 0; i < logits.length; i++) {
          int gold = some.get(i).label();
          confusion.add(gold, greatest(logits[i]));
          loss += crossEntropy(logits[i], gold);
        }
      }
    }
    loss /= byLength.size();
    if (!Double.isFinite(loss)) {
      throw new NotANumber("evaluation loss is " + loss + "; lower learning_rate, or set clip");
    }
    SortedMap<String, Double> scores = new TreeMap<>();
    scores.put(Metric.LOSS.metricName(), loss);
    scores.put(Metric.ACCURACY.metricName(), confusion.accuracy());
    if (headline == Metric.MATTHEWS) {
      scores.put(Metric.MATTHEWS.metricName(), confusion.matthews());
    }
    return new Evaluated(List.of(), scores, List.of());
  }

  @Override
  public Metric headline() {
    return headline;
  }

  /** [B][C], without noise or dropout. */
  private float[][] logits(
      Session session, Weights weights, DerivedValues derived, List<TokenisedExample> examples) {
    try (Pass pass = Pass.evaluation(session, weights, derived)) {
      float[] flat = model.logits(pass, examples).toFloatArray();
      float[][] logits = new float[examples.size()][classes];
      for (int i = 0; i < flat.length; i++) {
        logits[i / classes][i % classes] = flat[i];
      }
      return logits;
    }
  }

  private static int greatest(float[] logits) {
    int greatest = 0;
    for (int c = 1; c < logits.length; c++) {
      if (logits[c] > logits[greatest]) {
        greatest = c;
      }
    }
    return greatest;
  }

  /** In double, with StrictMath: the same bits on every JVM. */
  private static double crossEntropy(float[] logits, int gold) {
    double top = logits[greatest(logits)];
    double sum = 0;
    for (float logit : logits) {
      sum += StrictMath.exp(logit - top);
    }
    return StrictMath.log(sum) + top - logits[gold];
  }
}
