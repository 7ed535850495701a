package dev.hypersweep.orchestrator.prediction;

import dev.hypersweep.statistics.Interval;
import dev.hypersweep.statistics.bootstrap.Bootstrap;
import dev.hypersweep.statistics.nonparametric.McNemar;
import dev.hypersweep.statistics.nonparametric.WilcoxonSignedRank;
import dev.hypersweep.statistics.nonparametric.WilcoxonSignedRank.Zeros;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Two sides' scores on the same examples, and what follows from them. What is resampled and tested
 * is the example, or the group where examples belong to one: answers to one question are no
 * independent draws.
 */
final class PairedScores {

  private static final int RESAMPLES = 2_000;
  private static final long SEED = 20;

  private final int pairs;
  private final List<Example> examples = new ArrayList<>();
  private boolean grouped;
  private boolean binary = true;
  private long bothRight;
  private long onlyA;
  private long onlyB;
  private long noneRight;

  /** Means over the pairs of runs. */
  record Example(String id, String group, double a, double b) {}

  private static final class Unit {
    private double difference;
    private int examples;
  }

  /**
   * @param pairs of runs that are compared
   */
  PairedScores(int pairs) {
    this.pairs = pairs;
  }

  /**
   * Adds an example.
   *
   * @param a score of each of A's runs
   * @param b score of each of B's, in the same order
   */
  void add(String id, String group, double[] a, double[] b) {
    double sumA = 0;
    double sumB = 0;
    for (int i = 0; i < pairs; i++) {
      sumA += a[i];
      sumB += b[i];
      binary &= (a[i] == 0 || a[i] == 1) && (b[i] == 0 || b[i] == 1);
      bothRight += a[i] == 1 && b[i] == 1 ? 1 : 0;
      onlyA += a[i] == 1 && b[i] == 0 ? 1 : 0;
      onlyB += a[i] == 0 && b[i] == 1 ? 1 : 0;
      noneRight += a[i] == 0 && b[i] == 0 ? 1 : 0;
    }
    grouped |= group != null;
    examples.add(new Example(id, group, sumA / pairs, sumB / pairs));
  }

  /** Every example, in the order in which they came. */
  List<Example> examples() {
    return examples;
  }

  /** Null unless every score is 0 or 1. */
  Comparison.Counts counts() {
    return binary ? new Comparison.Counts(bothRight, onlyA, onlyB, noneRight) : null;
  }

  double meanA() {
    return examples.stream().mapToDouble(Example::a).average().orElse(Double.NaN);
  }

  double meanB() {
    return examples.stream().mapToDouble(Example::b).average().orElse(Double.NaN);
  }

  /** What is resampled, in one word. */
  String unit() {
    return grouped ? "group" : "example";
  }

  /** How many of them there are. */
  int size() {
    return units().size();
  }

  private List<Unit> units() {
    Map<String, Unit> groups = new LinkedHashMap<>();
    for (Example example : examples) {
      String key = example.group == null ? "id " + example.id : "group " + example.group;
      Unit unit = groups.computeIfAbsent(key, any -> new Unit());
      unit.difference += example.a - example.b;
      unit.examples++;
    }
    return List.copyOf(groups.values());
  }

  /** Of the mean of A less that of B: percentile bootstrap, the same resamples at every call. */
  Interval interval(double confidence) {
    List<Unit> units = units();
    SplittableRandom random = new SplittableRandom(SEED);
    double[] replicates = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double difference = 0;
      int drawn = 0;
      for (int j = 0; j < units.size(); j++) {
        Unit unit = units.get(random.nextInt(units.size()));
        difference += unit.difference;
        drawn += unit.examples;
      }
      replicates[i] = difference / drawn;
    }
    return new Bootstrap(meanA() - meanB(), replicates).percentile(confidence);
  }

  private boolean simple() {
    return binary && pairs == 1 && !grouped;
  }

  /** Name of the test that {@link #p} is of. */
  String test() {
    return simple() ? "McNemar, mid-p" : "Wilcoxon signed rank on the mean of each " + unit();
  }

  /** Two-sided; null where the sides never differ. */
  Double p() {
    if (simple()) {
      McNemar test = new McNemar(Math.toIntExact(onlyA), Math.toIntExact(onlyB));
      return onlyA + onlyB == 0 ? null : (Double) test.pMid();
    }
    double[] differences =
        units().stream().mapToDouble(unit -> unit.difference / unit.examples).toArray();
    WilcoxonSignedRank test = WilcoxonSignedRank.of(differences, Zeros.WILCOX);
    // Few differences have an exact distribution that the normal one is far from.
    double p = test.signedRanks().length <= 50 ? test.pExact() : test.pNormal(true);
    return Double.isNaN(p) ? null : (Double) p;
  }
}
