package dev.hypersweep.statistics;

import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How likely the paired t-test finds an effect, and which effect it can find (J. Cohen, Statistical
 * Power Analysis for the Behavioral Sciences, 1988). Effects are standardized: the mean difference
 * by the standard deviation of the differences, d_z.
 *
 * @param alpha level of the test, between 0 and 1
 * @param twoSided whether both directions count; else a positive effect is the alternative
 */
public record PairedTPower(double alpha, boolean twoSided) {

  /** No one runs more pairs than this; a smaller effect has no number of pairs. */
  private static final int MOST_PAIRS = 1 << 30;

  /** Checks the level. */
  public PairedTPower {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha must lie between 0 and 1: " + alpha);
    }
  }

  /**
   * Probability of a significant result.
   *
   * @param n number of pairs; NaN below 2
   * @param effect d_z; its sign counts only in a one-sided test
   */
  public double power(int n, double effect) {
    if (n < 2 || Double.isNaN(effect)) {
      return Double.NaN;
    }
    double df = n - 1.0;
    double critical = TDistribution.of(df).inverseSurvivalProbability(twoSided ? alpha / 2 : alpha);
    NoncentralT statistic = new NoncentralT(df, effect * Math.sqrt(n));
    double upper = statistic.survivalProbability(critical);
    return twoSided ? Math.min(1, upper + statistic.cumulativeProbability(-critical)) : upper;
  }

  /**
   * The smallest effect d_z, 0 or more, that n pairs find with this power; times the standard
   * deviation of the differences it is the minimal detectable difference. NaN below 2 pairs; 0 if
   * the power asked for is not above alpha.
   */
  public double minimalDetectableEffect(int n, double power) {
    checkPower(power);
    if (n < 2) {
      return Double.NaN;
    }
    if (power <= alpha) {
      return 0;
    }
    double enough = 1;
    while (power(n, enough) < power) {
      enough *= 2;
    }
    return new BrentSolver(1e-13, 1e-13, 1e-15)
        .findRoot(effect -> power(n, effect) - power, 0, enough);
  }

  /**
   * The smallest number of pairs, 2 or more, that finds the effect with this power; -1 if none does
   * below a thousand million.
   */
  public int pairsFor(double effect, double power) {
    checkPower(power);
    int enough = 2;
    while (!(power(enough, effect) >= power)) {
      if (enough >= MOST_PAIRS) {
        return -1;
      }
      enough *= 2;
    }
    int tooFew = enough / 2;
    while (enough - tooFew > 1) {
      int middle = tooFew + (enough - tooFew) / 2;
      if (power(middle, effect) >= power) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return enough;
  }

  private static void checkPower(double power) {
    if (!(power > 0 && power < 1)) {
      throw new IllegalArgumentException("power must lie between 0 and 1: " + power);
    }
  }
}
