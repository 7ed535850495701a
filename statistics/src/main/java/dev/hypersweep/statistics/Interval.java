package dev.hypersweep.statistics;

/**
 * A confidence interval in the unit of the values it was made of; {@code low <= high}, or both NaN
 * where it is undefined.
 */
public record Interval(double low, double high) {

  /** Whether a value lies in it, the ends included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /**
   * Refuses what is no level of confidence.
   *
   * @throws IllegalArgumentException unless it lies between 0 and 1
   */
  public static void checkConfidence(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must lie between 0 and 1: " + confidence);
    }
  }
}
