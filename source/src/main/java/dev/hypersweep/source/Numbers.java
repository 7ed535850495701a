package dev.hypersweep.source;

import java.util.Optional;

/** Reads numbers. 1e3 is a whole number; "3" in quotes is none. */
public final class Numbers {

  /** Greatest whole number that every JSON reader keeps: 2^53 - 1. */
  public static final long MOST = (1L << 53) - 1;

  private Numbers() {}

  /** A whole number between two bounds, both included. */
  public static Optional<Long> whole(Node node, String path, long low, long high, Faults faults) {
    Optional<Double> real = real(node, path, faults);
    if (real.isEmpty()) {
      return Optional.empty();
    }
    double value = real.get();
    if (value != Math.rint(value)) {
      faults.add(node, path, "not a whole number", "write " + Math.round(value));
      return Optional.empty();
    }
    if (value < low || value > high) {
      faults.add(node, path, "not between " + low + " and " + high, bounded(value, low, high));
      return Optional.empty();
    }
    Object exact = ((Node.Scalar) node).value();
    return Optional.of(exact instanceof Long whole ? whole : (long) value);
  }

  /** A finite number. */
  public static Optional<Double> real(Node node, String path, Faults faults) {
    if (!(node instanceof Node.Scalar scalar) || !(scalar.value() instanceof Number number)) {
      faults.add(node, path, "not a number", fix(node));
      return Optional.empty();
    }
    if (!Double.isFinite(number.doubleValue())) {
      faults.add(node, path, "not a finite number", "write a number such as 0.1 or 1e-4");
      return Optional.empty();
    }
    return Optional.of(number.doubleValue());
  }

  private static String bounded(double value, long low, long high) {
    return value < low ? "write " + low + " or more" : "write " + high + " or less";
  }

  private static String fix(Node node) {
    if (!(node instanceof Node.Scalar scalar)) {
      return "write one number";
    }
    if (scalar.style() == Node.Style.PLAIN && scalar.text().contains("\"")) {
      return "a comma seems to be missing after the number";
    }
    boolean quoted = scalar.style() != Node.Style.PLAIN;
    boolean number = scalar.text().matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");
    return quoted && number ? "leave the quotes out" : "write a number such as 3, 0.1 or 1e-4";
  }
}
