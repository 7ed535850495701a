package dev.hypersweep.trainer.parity;

/**
 * |got - expected| <= abs + rel |expected|, by element; both zero: equal or wrong.
 *
 * @param abs absolute part
 * @param rel relative part
 */
record Tolerance(double abs, double rel) {

  static final Tolerance EXACT = new Tolerance(0, 0);

  /** The greatest deviation that passes where {@code expected} is expected. */
  double at(double expected) {
    return abs + (rel == 0 ? 0 : rel * Math.abs(expected));
  }
}
