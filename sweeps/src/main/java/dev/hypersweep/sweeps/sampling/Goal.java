package dev.hypersweep.sweeps.sampling;

/** Which values of an objective are better. */
public enum Goal {
  MINIMIZE(1),
  MAXIMIZE(-1);

  private final int sign;

  Goal(int sign) {
    this.sign = sign;
  }

  /** The value as a loss, which is minimised; and back. */
  public double loss(double value) {
    return sign * value;
  }
}
