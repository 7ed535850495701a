package dev.hypersweep.sweeps.sampling.gp;

/**
 * The Matérn kernel of smoothness 5/2 of a scaled squared distance, variance 1 (Rasmussen and
 * Williams 2006, equation 4.17).
 */
final class Matern {

  private static final double ROOT_FIVE = Math.sqrt(5);

  private Matern() {}

  /** The covariance. */
  static double value(double squared) {
    double r = ROOT_FIVE * Math.sqrt(squared);
    return (1 + r + r * r / 3) * Math.exp(-r);
  }

  /** Derivative by the squared distance. */
  static double slope(double squared) {
    double r = ROOT_FIVE * Math.sqrt(squared);
    return -5.0 / 6 * (1 + r) * Math.exp(-r);
  }
}
