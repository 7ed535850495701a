package dev.hypersweep.sweeps.expression;

import java.util.Arrays;
import java.util.Optional;

/** The binary operators, weakest binding first. */
public enum Operator {
  OR("or", 0),
  AND("and", 1),
  EQUAL("==", 2),
  UNEQUAL("!=", 2),
  AT_MOST("<=", 2),
  AT_LEAST(">=", 2),
  BELOW("<", 2),
  ABOVE(">", 2),
  PLUS("+", 3),
  MINUS("-", 3),
  TIMES("*", 4),
  DIVIDED("/", 4),
  REMAINDER("%", 4);

  /** Level of the comparisons; they do not chain. */
  static final int COMPARISON = 2;

  /** The level that binds most. */
  static final int STRONGEST = 4;

  private final String sign;
  private final int level;

  Operator(String sign, int level) {
    this.sign = sign;
    this.level = level;
  }

  /** As it is written. */
  public String sign() {
    return sign;
  }

  int level() {
    return level;
  }

  static Optional<Operator> signed(String sign) {
    return Arrays.stream(values()).filter(one -> one.sign.equals(sign)).findFirst();
  }
}
