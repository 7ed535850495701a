package dev.hypersweep.statistics;

/** A confidence interval in the unit of the values it was made of; {@code low <= high}. */
public record Interval(double low, double high) {

  /** Whether a value lies in it, the ends included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
