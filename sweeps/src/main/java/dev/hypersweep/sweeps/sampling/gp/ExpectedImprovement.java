package dev.hypersweep.sweeps.sampling.gp;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;

/**
 * Logarithm of the expected improvement below the best mean (Ament et al. 2023): as good far from
 * the data, where the improvement itself is 0 in floating point, as near to it.
 */
final class ExpectedImprovement implements Lbfgs.Smooth {

  private static final double ROOT_TWO = Math.sqrt(2);
  private static final double DENSITY = 1 / Math.sqrt(2 * Math.PI);

  private final Posterior posterior;
  private final double best;

  ExpectedImprovement(Posterior posterior, double best) {
    this.posterior = posterior;
    this.best = best;
  }

  /** The logarithm. */
  double log(double[] point) {
    posterior.ask(point);
    return Math.log(posterior.deviation()) + logUnit(z());
  }

  private double z() {
    return (best - posterior.mean()) / posterior.deviation();
  }

  /** Minus the logarithm, and its gradient. */
  @Override
  public double at(double[] point, double[] gradient) {
    double value = log(point);
    double[] ofDeviation = new double[point.length];
    posterior.gradients(point, gradient, ofDeviation);
    double z = z();
    double unit = logUnit(z);
    // Both relative to the unit improvement, whose exponent cancels.
    double logDensity = Math.log(DENSITY) - z * z / 2;
    double density = Math.exp(logDensity - unit);
    double below =
        z > -1
            ? 0.5 * Erfc.value(-z / ROOT_TWO) * Math.exp(-unit)
            : density / DENSITY * 0.5 * Erfcx.value(-z / ROOT_TWO);
    for (int d = 0; d < gradient.length; d++) {
      gradient[d] = (below * gradient[d] - density * ofDeviation[d]) / posterior.deviation();
    }
    return -value;
  }

  /** Logarithm of phi(z) + z Phi(z), without cancellation far below 0. */
  private static double logUnit(double z) {
    if (z > -1) {
      return Math.log(DENSITY * Math.exp(-z * z / 2) + z * 0.5 * Erfc.value(-z / ROOT_TWO));
    }
    double scaled = z < -1000 ? DENSITY / (z * z) : DENSITY + z / 2 * Erfcx.value(-z / ROOT_TWO);
    return Math.log(scaled) - z * z / 2;
  }
}
