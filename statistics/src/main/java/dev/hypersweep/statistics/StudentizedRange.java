package dev.hypersweep.statistics;

import java.util.stream.IntStream;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Distribution of the range of k independent standard normal values: the studentized range with
 * infinite degrees of freedom, as {@code qtukey(p, k, Inf)} of R.
 *
 * @param k number of values, 2 or more
 */
public record StudentizedRange(int k) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Half a unit wide from -9 to 9; beyond, the normal density is below 1e-18. */
  private static final double[] EDGES =
      IntStream.rangeClosed(-18, 18).mapToDouble(i -> i / 2.0).toArray();

  /** Checks k. */
  public StudentizedRange {
    if (k < 2) {
      throw new IllegalArgumentException("a range needs two values: " + k);
    }
  }

  /**
   * Probability that the range is at most q: k ∫ φ(z) [Φ(z) - Φ(z - q)]^(k-1) dz, z the greatest
   * value. Error below 1e-12.
   */
  public double cumulativeProbability(double q) {
    if (q <= 0) {
      return 0;
    }
    double probability =
        k
            * GaussLegendre.integral(
                z -> NORMAL.density(z) * StrictMath.pow(NORMAL.probability(z - q, z), k - 1),
                EDGES);
    return Math.min(1, probability);
  }

  /** 1 - {@link #cumulativeProbability}. */
  public double survivalProbability(double q) {
    return 1 - cumulativeProbability(q);
  }

  /**
   * The range that is not exceeded with this probability.
   *
   * @param probability between 0 and 1
   */
  public double quantile(double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException("probability must lie between 0 and 1: " + probability);
    }
    return new BrentSolver(1e-14, 1e-14, 1e-15)
        .findRoot(q -> cumulativeProbability(q) - probability, 0, 100);
  }
}
