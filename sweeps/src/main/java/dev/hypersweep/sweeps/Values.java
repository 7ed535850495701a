package dev.hypersweep.sweeps;

/** Equality of what people write: 1 and 1.0 are the same number, 1 and "1" are not the same. */
public final class Values {

  private Values() {}

  /** Whether two values of settings are the same. */
  public static boolean same(Object one, Object other) {
    if (one instanceof Number left && other instanceof Number right) {
      return left.doubleValue() == right.doubleValue();
    }
    return one.equals(other);
  }
}
