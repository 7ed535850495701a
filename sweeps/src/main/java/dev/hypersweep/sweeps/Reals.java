package dev.hypersweep.sweeps;

import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * A range of real numbers.
 *
 * @param low included
 * @param high included, above low
 * @param log equal ratios are equally likely; then low is above 0 and there is no step
 * @param step distance between values, of which high - low is a multiple; null for none
 */
public record Reals(double low, double high, boolean log, Double step) implements Domain {

  static final String TYPE = "float";

  @Override
  public OptionalLong size() {
    if (step == null) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Steps.between(low, high, step).longValue() + 1);
  }

  @Override
  public Double at(long index) {
    // In decimals, so that 0.1 and two steps of 0.1 are 0.3 and not 0.30000000000000004.
    return BigDecimal.valueOf(low)
        .add(BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(index)))
        .doubleValue();
  }

  @Override
  public Double quantile(double u) {
    if (step != null) {
      return at((long) (u * size().getAsLong()));
    }
    // StrictMath: a bit more or less on another machine would be another configuration.
    double value =
        log
            ? StrictMath.exp(StrictMath.log(low) + u * (StrictMath.log(high) - StrictMath.log(low)))
            : low + u * (high - low);
    return Math.min(high, Math.max(low, value));
  }

  @Override
  public double position(Object value) {
    double number = ((Number) value).doubleValue();
    if (step != null) {
      return (Math.rint((number - low) / step) + 0.5) / size().getAsLong();
    }
    return log
        ? StrictMath.log(number / low) / StrictMath.log(high / low)
        : (number - low) / (high - low);
  }

  @Override
  public boolean contains(Object value) {
    if (!(value instanceof Number number)) {
      return false;
    }
    double real = number.doubleValue();
    return real >= low && real <= high && (step == null || Steps.fits(low, real, step));
  }

  @Override
  public String type() {
    return TYPE;
  }
}
