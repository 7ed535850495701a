package dev.hypersweep.sweeps;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Arithmetic of equal steps, in decimals as people write them. */
public final class Steps {

  private Steps() {}

  /** Whole steps that fit between low and high. */
  public static BigDecimal between(double low, double high, double step) {
    return BigDecimal.valueOf(high)
        .subtract(BigDecimal.valueOf(low))
        .divide(BigDecimal.valueOf(step), 0, RoundingMode.DOWN);
  }

  /** The last value, not above high, to which whole steps lead from low. */
  public static double last(double low, double high, double step) {
    return BigDecimal.valueOf(low)
        .add(BigDecimal.valueOf(step).multiply(between(low, high, step)))
        .doubleValue();
  }

  /** Whether a whole number of steps leads from low to high. */
  public static boolean fits(double low, double high, double step) {
    return BigDecimal.valueOf(high)
            .subtract(BigDecimal.valueOf(low))
            .remainder(BigDecimal.valueOf(step))
            .signum()
        == 0;
  }
}
