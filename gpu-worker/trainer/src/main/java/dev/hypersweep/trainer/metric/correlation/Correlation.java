package dev.hypersweep.trainer.metric.correlation;

import dev.hypersweep.statistics.Ranks;
import java.util.Arrays;

/** Correlations of two lists of one length, -1 to 1; NaN if one of them is constant. */
public final class Correlation {

  private Correlation() {}

  /**
   * Pearson's r. Values are centred and scaled before they are multiplied, so neither a large
   * offset nor a large unit does harm.
   */
  public static double pearson(double[] x, double[] y) {
    requireEqualLengths(x, y);
    if (isConstant(x) || isConstant(y)) {
      return Double.NaN;
    }
    if (x.length == 2) {
      return Math.signum(x[1] - x[0]) * Math.signum(y[1] - y[0]);
    }
    return limited(product(unit(x), unit(y)));
  }

  /** Spearman's rho: Pearson's r of the ranks, where equal values share their mean rank. */
  public static double spearman(double[] x, double[] y) {
    requireEqualLengths(x, y);
    if (isConstant(x) || isConstant(y)) {
      return Double.NaN;
    }
    double[] a = centred(Ranks.ascending(x));
    double[] b = centred(Ranks.ascending(y));
    // Of covariances: for three points that agree they are exactly 1, and so is r. Its p needs
    // that.
    double degrees = x.length - 1;
    double deviationX = Math.sqrt(product(a, a) / degrees);
    double deviationY = Math.sqrt(product(b, b) / degrees);
    return limited(product(a, b) / degrees / deviationX / deviationY);
  }

  /** Kendall's tau-b, which takes ties out of both sides (Kendall 1945). */
  public static double kendall(double[] x, double[] y) {
    return PairOrder.of(x, y).tauB();
  }

  static void requireEqualLengths(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " numbers against " + y.length);
    }
  }

  private static boolean isConstant(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return true;
  }

  private static double limited(double r) {
    return Math.max(-1, Math.min(1, r));
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum = Math.fma(a[i], b[i], sum);
    }
    return sum;
  }

  private static double[] centred(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    return Arrays.stream(values).map(value -> value - mean).toArray();
  }

  private static double[] unit(double[] values) {
    double[] centred = centred(values);
    double greatest = Arrays.stream(centred).map(Math::abs).max().orElse(0);
    double squares = 0;
    for (double value : centred) {
      squares += (value / greatest) * (value / greatest);
    }
    double length = greatest * Math.sqrt(squares);
    return Arrays.stream(centred).map(value -> value / length).toArray();
  }
}
