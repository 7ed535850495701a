package dev.hypersweep.trainer.parity;

/**
 * How far one number lies from the expected one.
 *
 * @param place tensor and element, for example {@code logits[17]}
 * @param got what was computed
 * @param expected what the case says
 * @param tolerance the greatest difference that passes here
 */
record Deviation(String place, double got, double expected, double tolerance) {

  /** |got - expected|; 0 for two NaN or two equal infinities, infinite if only one is finite. */
  double size() {
    if (Double.compare(got, expected) == 0 || got == expected) {
      return 0;
    }
    double size = Math.abs(got - expected);
    return Double.isNaN(size) ? Double.POSITIVE_INFINITY : size;
  }

  boolean passes() {
    return size() <= tolerance;
  }

  /** Size as a share of the tolerance: above 1 fails; where nothing is tolerated, 0 or infinite. */
  double share() {
    if (size() == 0) {
      return 0;
    }
    return tolerance == 0 ? Double.POSITIVE_INFINITY : size() / tolerance;
  }
}
