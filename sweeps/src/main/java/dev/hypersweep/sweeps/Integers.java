package dev.hypersweep.sweeps;

import java.util.OptionalLong;

/**
 * A range of whole numbers.
 *
 * @param low included
 * @param high included, above low
 * @param log equal ratios are equally likely; then low is 1 or more and step is 1
 * @param step 1 or more; high - low is a multiple of it
 */
public record Integers(long low, long high, boolean log, long step) implements Domain {

  static final String TYPE = "int";

  @Override
  public OptionalLong size() {
    return OptionalLong.of((high - low) / step + 1);
  }

  @Override
  public Long at(long index) {
    return low + index * step;
  }

  @Override
  public Long quantile(double u) {
    if (!log) {
      return at((long) (u * size().getAsLong()));
    }
    // Half a unit more on both ends, so that the ends are as likely as their neighbours.
    double from = StrictMath.log(low - 0.5);
    double to = StrictMath.log(high + 0.5);
    long value = Math.round(StrictMath.exp(from + u * (to - from)));
    return Math.min(high, Math.max(low, value));
  }

  @Override
  public double position(Object value) {
    double number = ((Number) value).doubleValue();
    if (!log) {
      return ((number - low) / step + 0.5) / size().getAsLong();
    }
    double from = StrictMath.log(low - 0.5);
    double to = StrictMath.log(high + 0.5);
    return (StrictMath.log(number) - from) / (to - from);
  }

  @Override
  public boolean contains(Object value) {
    return value instanceof Number number
        && number.doubleValue() == number.longValue()
        && number.longValue() >= low
        && number.longValue() <= high
        && (number.longValue() - low) % step == 0;
  }

  @Override
  public String type() {
    return TYPE;
  }
}
