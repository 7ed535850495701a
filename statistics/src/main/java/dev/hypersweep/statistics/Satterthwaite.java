package dev.hypersweep.statistics;

/**
 * Degrees of freedom of a sum of independent variance estimates v_i on f_i degrees of freedom: (Σ
 * v_i)² / Σ (v_i² / f_i).
 *
 * <p>F. E. Satterthwaite, An Approximate Distribution of Estimates of Variance Components,
 * Biometrics Bulletin 2 (1946), equation 17. The formula composes: merging parts first gives the
 * same degrees of freedom.
 */
final class Satterthwaite {

  private double sum;
  private double weighted;

  /** Adds a part; one of zero variance says nothing about the degrees of freedom. */
  void add(double variance, double degreesOfFreedom) {
    sum += variance;
    if (variance != 0) {
      weighted += variance * variance / degreesOfFreedom;
    }
  }

  /** Σ v_i; NaN as soon as one part was. */
  double variance() {
    return sum;
  }

  /** NaN if the variance is zero or unknown. */
  double degreesOfFreedom() {
    return sum * sum / weighted;
  }
}
