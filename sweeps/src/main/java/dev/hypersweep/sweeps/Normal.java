package dev.hypersweep.sweeps;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalLong;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErfc;

/**
 * A normal or log-normal distribution, cut off at its bounds. Samplers see it by its quantile
 * function, as they see every other domain: the unit interval is filled by what is likely.
 *
 * @param mean of the values before they are cut off; of their natural logarithms if log
 * @param deviation standard deviation of the same, above 0
 * @param log whether the logarithms of the values are normal
 * @param low least value, or negative infinity; 0 or more if log
 * @param high greatest value, or positive infinity, above low
 */
public record Normal(double mean, double deviation, boolean log, double low, double high)
    implements Domain {

  static final String TYPE = "normal";
  static final String LOG_TYPE = "lognormal";

  /** A range with less of the distribution inside cannot be told from an empty one. */
  private static final double LEAST_MASS = 1e-9;

  /** Machines may differ in the last bits of the error function, and must not in a value. */
  private static final MathContext DIGITS = new MathContext(12);

  /** Probabilities below half a unit in the last place of 1 are none. */
  private static final double LEAST = 0x1.0p-54;

  /** Whether enough of the distribution lies between the bounds to draw from it. */
  public boolean isDrawable() {
    return !(mass() < LEAST_MASS);
  }

  @Override
  public OptionalLong size() {
    return OptionalLong.empty();
  }

  @Override
  public Object at(long index) {
    throw new UnsupportedOperationException("a distribution has no list of values");
  }

  @Override
  public Double quantile(double u) {
    // In the upper tail the mirror image is computed: there probabilities keep their digits.
    boolean mirrored = isMirrored();
    double below = below(mirrored ? -standard(high) : standard(low));
    double probability = below + (mirrored ? 1 - u : u) * mass();
    double inside = Math.min(1 - 2 * LEAST, Math.max(LEAST, probability));
    double z = -StrictMath.sqrt(2) * InverseErfc.value(2 * inside);
    double value = mean + deviation * (mirrored ? -z : z);
    double raw = Math.min(Double.MAX_VALUE, log ? StrictMath.exp(value) : value);
    double rounded = new BigDecimal(raw).round(DIGITS).doubleValue();
    double bounded = Math.min(high, Math.max(low, rounded));
    return bounded == 0 ? 0.0 : bounded;
  }

  @Override
  public double position(Object value) {
    double z = standard(((Number) value).doubleValue());
    boolean mirrored = isMirrored();
    double below = below(mirrored ? -standard(high) : standard(low));
    double share = (below(mirrored ? -z : z) - below) / mass();
    double inside = Math.min(1, Math.max(0, share));
    return mirrored ? 1 - inside : inside;
  }

  @Override
  public boolean contains(Object value) {
    return value instanceof Number number
        && Double.isFinite(number.doubleValue())
        && number.doubleValue() >= low
        && number.doubleValue() <= high;
  }

  @Override
  public String type() {
    return log ? LOG_TYPE : TYPE;
  }

  private boolean isMirrored() {
    return standard(low) > 0;
  }

  private double mass() {
    return isMirrored()
        ? below(-standard(low)) - below(-standard(high))
        : below(standard(high)) - below(standard(low));
  }

  /** Deviations from the mean. */
  private double standard(double value) {
    return ((log ? StrictMath.log(Math.max(0, value)) : value) - mean) / deviation;
  }

  /** Probability of a standard normal number below z. */
  private static double below(double z) {
    return Erfc.value(-z / StrictMath.sqrt(2)) / 2;
  }
}
