package dev.hypersweep.sweeps;

import java.util.List;
import java.util.OptionalLong;

/**
 * The values of a parameter: Double for {@link Reals} and {@link Normal}, Long for {@link
 * Integers}, or choices.
 */
public sealed interface Domain permits Reals, Integers, Choices, Normal {

  /** How many values there are, or empty if a grid cannot list them. */
  OptionalLong size();

  /**
   * The values in order, for a grid.
   *
   * @param index from 0, below {@link #size}
   */
  Object at(long index);

  /**
   * The quantile function: uniform draws of {@code u} give draws from the domain.
   *
   * @param u 0 included to 1 excluded
   */
  Object quantile(double u);

  /**
   * Where a value lies in the unit interval: the middle of the draws that {@link #quantile} makes
   * the value, or nearly so where neighbours are at a logarithmic distance.
   */
  double position(Object value);

  /** Whether the value is one of the domain's. */
  boolean contains(Object value);

  /** The word under {@code type:}. */
  String type();

  /** The words under {@code type:}. */
  static List<String> types() {
    return List.of(
        Reals.TYPE,
        Integers.TYPE,
        Choices.CATEGORICAL,
        Choices.ORDINAL,
        Normal.TYPE,
        Normal.LOG_TYPE);
  }
}
