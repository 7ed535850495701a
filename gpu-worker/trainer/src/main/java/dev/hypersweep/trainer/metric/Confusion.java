package dev.hypersweep.trainer.metric;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Counts of (gold class, predicted class), and the scores that follow from them, as scikit-learn
 * defines them. A share of nothing at all is NaN.
 */
public final class Confusion {

  private final long[][] counts;

  public Confusion(int classes) {
    counts = new long[classes][classes];
  }

  /** The counts of examples whose gold and predicted classes stand in two lists of one length. */
  public static Confusion of(int classes, int[] gold, int[] predicted) {
    if (gold.length != predicted.length) {
      throw new IllegalArgumentException(
          gold.length + " gold classes, " + predicted.length + " predictions");
    }
    Confusion confusion = new Confusion(classes);
    for (int i = 0; i < gold.length; i++) {
      confusion.add(gold[i], predicted[i]);
    }
    return confusion;
  }

  /** Counts one example. */
  public void add(int gold, int predicted) {
    counts[gold][predicted]++;
  }

  /** Examples of that gold class that were predicted as that class. */
  public long count(int gold, int predicted) {
    return counts[gold][predicted];
  }

  /** Examples of that gold class. */
  public long support(int of) {
    return sum(of, of + 1, 0, counts.length);
  }

  /** Examples predicted as that class. */
  public long predicted(int as) {
    return sum(0, counts.length, as, as + 1);
  }

  /** Examples in all. */
  public long total() {
    return sum(0, counts.length, 0, counts.length);
  }

  /** Classes that are that of an example or of a prediction. */
  public int[] occurring() {
    return classes().filter(of -> support(of) + predicted(of) > 0).toArray();
  }

  /** Share of examples on the diagonal. */
  public double accuracy() {
    return (double) right() / total();
  }

  /** Precision, recall and F1 of a class. */
  public ClassScores of(int of) {
    return ClassScores.of(counts[of][of], predicted(of), support(of));
  }

  /** Mean over classes, each counting the same. */
  public ClassScores macro(int... classes) {
    return mean(classes, any -> 1);
  }

  /** Mean over classes, weighted by how often each is gold; 0 if none is. */
  public ClassScores weighted(int... classes) {
    return mean(classes, of -> support((int) of));
  }

  /** Precision, recall and F1 of the classes thrown together. */
  public ClassScores micro(int... classes) {
    return ClassScores.of(
        IntStream.of(classes).mapToLong(of -> counts[of][of]).sum(),
        IntStream.of(classes).mapToLong(this::predicted).sum(),
        IntStream.of(classes).mapToLong(this::support).sum());
  }

  /** Mean recall of the classes that are gold. */
  public double balancedAccuracy() {
    return classes()
        .filter(of -> support(of) > 0)
        .mapToDouble(of -> of(of).recall())
        .average()
        .orElse(Double.NaN);
  }

  /**
   * Matthews correlation for any number of classes (Gorodkin 2004), for two that of Matthews 1975;
   * 0 if a constant answer or a constant gold class leaves it undefined.
   */
  public double matthews() {
    double total = total();
    double product = 0;
    double goldSquares = 0;
    double predictedSquares = 0;
    for (int c = 0; c < counts.length; c++) {
      double gold = support(c);
      double predicted = predicted(c);
      product += gold * predicted;
      goldSquares += gold * gold;
      predictedSquares += predicted * predicted;
    }
    double spread = (total * total - predictedSquares) * (total * total - goldSquares);
    return spread == 0 ? 0 : (right() * total - product) / Math.sqrt(spread);
  }

  /**
   * Cohen's kappa (Cohen 1960): agreement beyond chance. NaN if gold and predicted class are one
   * and the same throughout.
   */
  public double kappa() {
    double total = total();
    double byChance = classes().mapToDouble(c -> (double) support(c) * predicted(c)).sum() / total;
    return 1 - (total - right()) / (total - byChance);
  }

  private ClassScores mean(int[] classes, ToDoubleFunction<Integer> weight) {
    double weights = 0;
    double precision = 0;
    double recall = 0;
    double f1 = 0;
    for (int of : classes) {
      ClassScores scores = of(of);
      double its = weight.applyAsDouble(of);
      weights += its;
      precision += its * scores.precision();
      recall += its * scores.recall();
      f1 += its * scores.f1();
    }
    return weights == 0
        ? new ClassScores(0, 0, 0)
        : new ClassScores(precision / weights, recall / weights, f1 / weights);
  }

  private IntStream classes() {
    return IntStream.range(0, counts.length);
  }

  private long right() {
    return classes().mapToLong(c -> counts[c][c]).sum();
  }

  private long sum(int fromGold, int toGold, int fromPredicted, int toPredicted) {
    long sum = 0;
    for (int gold = fromGold; gold < toGold; gold++) {
      for (int predicted = fromPredicted; predicted < toPredicted; predicted++) {
        sum += counts[gold][predicted];
      }
    }
    return sum;
  }
}
