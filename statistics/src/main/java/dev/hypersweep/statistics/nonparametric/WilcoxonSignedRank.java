package dev.hypersweep.statistics.nonparametric;

import dev.hypersweep.statistics.Ranks;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Wilcoxon's signed-rank test that differences lie symmetrically around zero.
 *
 * <p>F. Wilcoxon, Individual Comparisons by Ranking Methods, Biometrics Bulletin 1 (1945); J. W.
 * Pratt, Remarks on Zeros and Ties in the Wilcoxon Signed Rank Procedures, Journal of the American
 * Statistical Association 54 (1959).
 *
 * @param zeroDifferences their number
 * @param signedRanks mean ranks of the absolute differences that are not zero, with the sign of the
 *     difference
 */
public record WilcoxonSignedRank(int zeroDifferences, double[] signedRanks) {

  /** More differences than this have no exact p-value: the normal one is as good by far. */
  public static final int EXACT_LIMIT = 500;

  /** What is done with differences of zero. */
  public enum Zeros {
    /** They are dropped before ranking. */
    WILCOX,
    /** They are ranked, and dropped then. */
    PRATT
  }

  /** The test of these differences, none of them NaN. */
  public static WilcoxonSignedRank of(double[] differences, Zeros zeros) {
    double[] nonZero = Arrays.stream(differences).filter(d -> d != 0).toArray();
    double[] ranked = zeros == Zeros.PRATT ? differences : nonZero;
    double[] ranks = Ranks.ascending(Arrays.stream(ranked).map(Math::abs).toArray());
    double[] signed = new double[nonZero.length];
    int next = 0;
    for (int i = 0; i < ranked.length; i++) {
      if (ranked[i] != 0) {
        signed[next++] = Math.copySign(ranks[i], ranked[i]);
      }
    }
    return new WilcoxonSignedRank(differences.length - nonZero.length, signed);
  }

  /** Sum of the ranks of positive differences. */
  public double wPlus() {
    return Arrays.stream(signedRanks).filter(rank -> rank > 0).sum();
  }

  /** Sum of the ranks of negative differences. */
  public double wMinus() {
    return -Arrays.stream(signedRanks).filter(rank -> rank < 0).sum();
  }

  /** The smaller of both sums. */
  public double statistic() {
    return Math.min(wPlus(), wMinus());
  }

  /**
   * Two-sided p-value of the normal approximation with tie correction; NaN if all differences are
   * zero.
   *
   * @param continuityCorrection move the statistic by one half towards its expectation
   */
  public double pNormal(boolean continuityCorrection) {
    double fromExpectation = (wPlus() - wMinus()) / 2;
    if (continuityCorrection) {
      fromExpectation -= Math.signum(fromExpectation) / 2;
    }
    // Each rank has a random sign, so the variance of W+ is a quarter of the sum of squares: ties
    // and dropped zeros are corrected for by that.
    double variance = Arrays.stream(signedRanks).map(rank -> rank * rank).sum() / 4;
    double z = fromExpectation / Math.sqrt(variance);
    return Double.isNaN(z)
        ? z
        : Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z)));
  }

  /**
   * Two-sided p-value over all sign patterns of the ranks, ties included. NaN if all differences
   * are zero or more than {@link #EXACT_LIMIT} are not.
   */
  public double pExact() {
    if (signedRanks.length == 0 || signedRanks.length > EXACT_LIMIT) {
      return Double.NaN;
    }
    // Mean ranks are multiples of one half.
    int[] doubled = Arrays.stream(signedRanks).mapToInt(r -> (int) Math.abs(2 * r)).toArray();
    int total = Arrays.stream(doubled).sum();
    double[] probability = new double[total + 1];
    probability[0] = 1;
    int reached = 0;
    for (int rank : doubled) {
      reached += rank;
      for (int sum = reached; sum >= 0; sum--) {
        probability[sum] = (probability[sum] + (sum >= rank ? probability[sum - rank] : 0)) / 2;
      }
    }
    int lower = (int) (2 * statistic());
    double tail = 0;
    for (int sum = 0; sum <= lower; sum++) {
      tail += probability[sum];
    }
    return Math.min(1, 2 * tail);
  }
}
