package dev.hypersweep.statistics.bootstrap;

import dev.hypersweep.statistics.Interval;
import dev.hypersweep.statistics.Location;
import dev.hypersweep.statistics.Quantiles;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The BCa interval: a percentile interval whose levels are moved by the bias and skewness of the
 * statistic (B. Efron, Better Bootstrap Confidence Intervals, Journal of the American Statistical
 * Association 82, 1987).
 *
 * @param below replicates below the estimate
 * @param equal replicates equal to the estimate; one half of them counts as below
 * @param z0 bias correction; infinite if all replicates lie on one side
 * @param acceleration from the jackknife; NaN without spread
 * @param alphaLow level of the lower end
 * @param alphaHigh level of the upper end
 * @param interval NaN where a level is
 */
public record BiasCorrectedAccelerated(
    int below,
    int equal,
    double z0,
    double acceleration,
    double alphaLow,
    double alphaHigh,
    Interval interval) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** The interval of a bootstrap of these values with this statistic. */
  public static BiasCorrectedAccelerated of(
      double[] values, Location statistic, Bootstrap bootstrap, double confidence) {
    Interval.checkConfidence(confidence);
    int below = 0;
    int equal = 0;
    for (double replicate : bootstrap.replicates()) {
      below += replicate < bootstrap.estimate() ? 1 : 0;
      equal += replicate == bootstrap.estimate() ? 1 : 0;
    }
    double share = (below + equal / 2.0) / bootstrap.replicates().length;
    double z0 = Double.isNaN(share) ? share : NORMAL.inverseCumulativeProbability(share);
    double acceleration = acceleration(values, statistic);
    double z = NORMAL.inverseCumulativeProbability((1 + confidence) / 2);
    double low = level(z0, -z, acceleration);
    double high = level(z0, z, acceleration);
    return new BiasCorrectedAccelerated(
        below,
        equal,
        z0,
        acceleration,
        low,
        high,
        new Interval(
            Quantiles.of(bootstrap.replicates(), low), Quantiles.of(bootstrap.replicates(), high)));
  }

  private static double level(double z0, double z, double acceleration) {
    double moved = z0 + (z0 + z) / (1 - acceleration * (z0 + z));
    return Double.isNaN(moved) ? moved : NORMAL.cumulativeProbability(moved);
  }

  private static double acceleration(double[] values, Location statistic) {
    double[] leftOut = new double[values.length];
    double[] rest = new double[Math.max(0, values.length - 1)];
    for (int i = 0; i < values.length; i++) {
      System.arraycopy(values, 0, rest, 0, i);
      System.arraycopy(values, i + 1, rest, i, rest.length - i);
      leftOut[i] = statistic.of(rest);
    }
    double mean = Location.MEAN.of(leftOut);
    double squares = 0;
    double cubes = 0;
    for (double value : leftOut) {
      double d = mean - value;
      squares += d * d;
      cubes += d * d * d;
    }
    return cubes / (6 * squares * Math.sqrt(squares));
  }
}
