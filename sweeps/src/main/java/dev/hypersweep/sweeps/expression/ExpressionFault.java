package dev.hypersweep.sweeps.expression;

/** An expression that cannot be read or makes no sense. */
public final class ExpressionFault extends Exception {

  private static final long serialVersionUID = 1L;

  private final int at;
  private final String fix;

  ExpressionFault(int at, String message, String fix) {
    super(message);
    this.at = at;
    this.fix = fix;
  }

  /** Where, in characters of the expression, from 0. */
  public int at() {
    return at;
  }

  /** What to write instead. */
  public String fix() {
    return fix;
  }
}
