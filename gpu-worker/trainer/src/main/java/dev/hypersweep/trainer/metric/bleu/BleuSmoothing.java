package dev.hypersweep.trainer.metric.bleu;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What stands for the precision of an order without a match (Chen and Cherry 2014). */
public enum BleuSmoothing {
  /** 0, and with it the whole score. */
  NONE("none", Double.NaN),
  /** Method 1: so many matches. */
  FLOOR("floor", 0.1),
  /** Method 2: so many are added to matches and n-grams of all orders above 1. */
  ADD_K("add-k", 1),
  /** Method 3, of NIST: half a match, for the next such order a quarter, and so on. */
  EXP("exp", Double.NaN);

  private final String smoothingName;
  private final double usual;

  BleuSmoothing(String smoothingName, double usual) {
    this.smoothingName = smoothingName;
    this.usual = usual;
  }

  /** The value that is used if none is given; NaN if the method has none. */
  public double usual() {
    return usual;
  }

  /**
   * The method of that name.
   *
   * @throws IllegalArgumentException naming those that are known
   */
  public static BleuSmoothing named(String name) {
    return Arrays.stream(values())
        .filter(smoothing -> smoothing.smoothingName.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "smoothing '"
                        + name
                        + "' is unknown; known are "
                        + Arrays.stream(values())
                            .map(smoothing -> smoothing.smoothingName)
                            .collect(Collectors.joining(", "))));
  }

  String signature(double value) {
    return Double.isNaN(usual)
        ? smoothingName
        : smoothingName
            + "["
            + new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString()
            + "]";
  }
}
