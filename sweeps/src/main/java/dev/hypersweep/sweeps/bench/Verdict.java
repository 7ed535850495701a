package dev.hypersweep.sweeps.bench;

import dev.hypersweep.statistics.nonparametric.WilcoxonSignedRank;
import dev.hypersweep.statistics.nonparametric.WilcoxonSignedRank.Zeros;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * Is one sampler better, no worse or worse than another? By a one-sided rank test (Mann and Whitney
 * 1947) over seeds, at 5 %; and worse if the ranges between the quartiles do not overlap.
 *
 * @param word {@code better}, {@code no worse} or {@code worse}
 * @param worse p of being worse
 * @param overlap whether the ranges between the quartiles overlap
 * @param mine quartiles
 * @param theirs quartiles
 */
record Verdict(String word, double worse, boolean overlap, double[] mine, double[] theirs) {

  /** Samples up to this size are tested exactly, if there are no ties. */
  private static final int EXACT = 8;

  /**
   * Compares.
   *
   * @param larger whether larger is better
   * @param optimum equal values up to a millionth of it are ties
   */
  static Verdict of(double[] mine, double[] theirs, boolean larger, double optimum) {
    double tolerance = 1e-6 * Math.max(1, Math.abs(optimum));
    double sign = larger ? -1 : 1;
    DoubleUnaryOperator rounded = x -> Math.rint(sign * x / tolerance) * tolerance;
    double[] a = Arrays.stream(mine).map(rounded).toArray();
    double[] b = Arrays.stream(theirs).map(rounded).toArray();
    boolean tied =
        Arrays.stream(a).allMatch(x -> x == a[0]) && Arrays.stream(b).allMatch(x -> x == a[0]);
    double worse = tied ? 1 : p(a, b, AlternativeHypothesis.GREATER_THAN);
    boolean better = !tied && p(a, b, AlternativeHypothesis.LESS_THAN) <= 0.05;
    double[] qa = quartiles(a);
    double[] qb = quartiles(b);
    boolean overlap = qa[0] <= qb[2] && qb[0] <= qa[2];
    String word = worse <= 0.05 || qa[0] > qb[2] ? "worse" : better ? "better" : "no worse";
    return new Verdict(word, worse, overlap, quartiles(mine), quartiles(theirs));
  }

  /**
   * Compares pairs, one per seed, whose seed decided the same for both: by the exact one-sided
   * signed-rank test (Wilcoxon 1945; equal ones as Pratt 1959), at 5 %. Smaller is better.
   *
   * @param theirs of as many seeds at least, in the same order
   * @param optimum equal values up to a millionth of it are ties
   * @throws IllegalArgumentException if theirs are fewer
   */
  static Verdict paired(double[] mine, double[] theirs, double optimum) {
    if (theirs.length < mine.length) {
      throw new IllegalArgumentException(
          "figures of " + theirs.length + " seeds are stored: ask for no more with --seeds");
    }
    double tolerance = 1e-6 * Math.max(1, Math.abs(optimum));
    double[] differences = new double[mine.length];
    for (int i = 0; i < mine.length; i++) {
      differences[i] = Math.rint((mine[i] - theirs[i]) / tolerance) * tolerance;
    }
    WilcoxonSignedRank test = WilcoxonSignedRank.of(differences, Zeros.PRATT);
    boolean higher = test.wPlus() > test.wMinus();
    boolean equal = test.wPlus() == test.wMinus();
    double half = equal ? 0.5 : test.pExact() / 2;
    double worse = equal || higher ? half : 1 - half;
    String word = worse <= 0.05 ? "worse" : !higher && half <= 0.05 ? "better" : "no worse";
    double[] qa = quartiles(mine);
    double[] qb = quartiles(Arrays.copyOf(theirs, mine.length));
    return new Verdict(word, worse, qa[0] <= qb[2] && qb[0] <= qa[2], qa, qb);
  }

  private static double p(double[] a, double[] b, AlternativeHypothesis alternative) {
    boolean ties =
        Arrays.stream(a).anyMatch(x -> Arrays.stream(b).anyMatch(y -> x == y))
            || repeats(a)
            || repeats(b);
    boolean exact = Math.min(a.length, b.length) <= EXACT && !ties;
    return MannWhitneyUTest.withDefaults()
        .with(alternative)
        .with(
            exact
                ? org.apache.commons.statistics.inference.PValueMethod.EXACT
                : org.apache.commons.statistics.inference.PValueMethod.ASYMPTOTIC)
        .test(a, b)
        .getPValue();
  }

  private static boolean repeats(double[] values) {
    return Arrays.stream(values).distinct().count() < values.length;
  }

  /** Lower quartile, median and upper quartile, by linear interpolation. */
  static double[] quartiles(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new double[] {quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)};
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
