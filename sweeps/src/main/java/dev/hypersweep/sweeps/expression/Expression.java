package dev.hypersweep.sweeps.expression;

import java.util.Set;
import java.util.TreeSet;

/**
 * A parsed expression. {@link #toString} gives a text that parses to the same expression, equal for
 * texts that differ in white space, quotes and needless parentheses only.
 */
public sealed interface Expression {

  /** Where it begins in its text, from 0; for binary ones, where the operator stands. */
  int at();

  /** Every name that it asks about. */
  default Set<String> names() {
    Set<String> names = new TreeSet<>();
    collect(names);
    return names;
  }

  /** Adds every name that it asks about. */
  default void collect(Set<String> names) {}

  /** A number. */
  record Number(int at, double value) implements Expression {
    @Override
    public String toString() {
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? Long.toString((long) value)
          : Double.toString(value);
    }
  }

  /** A text in quotes. */
  record Text(int at, String value) implements Expression {
    @Override
    public String toString() {
      String quote = value.contains("'") ? "\"" : "'";
      return quote + value + quote;
    }
  }

  /** A setting, a parameter or {@code variant}. */
  record Name(int at, String name) implements Expression {
    @Override
    public void collect(Set<String> names) {
      names.add(name);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** {@code -x} (of a number) or {@code not x} (of a truth). */
  record Unary(int at, boolean not, Expression operand) implements Expression {
    @Override
    public void collect(Set<String> names) {
      operand.collect(names);
    }

    @Override
    public String toString() {
      return not
          ? "not " + inner(operand, Operator.COMPARISON)
          : "-" + inner(operand, Operator.STRONGEST + 1);
    }
  }

  /** Two operands and an operator. */
  record Binary(int at, Operator operator, Expression left, Expression right)
      implements Expression {
    @Override
    public void collect(Set<String> names) {
      left.collect(names);
      right.collect(names);
    }

    @Override
    public String toString() {
      int level = operator.level();
      // Comparisons do not chain; the others group to the left.
      String first = inner(left, level == Operator.COMPARISON ? level + 1 : level);
      return first + " " + operator.sign() + " " + inner(right, level + 1);
    }
  }

  private static String inner(Expression operand, int level) {
    int own = Operator.STRONGEST + 1;
    if (operand instanceof Binary binary) {
      own = binary.operator().level();
    } else if (operand instanceof Unary unary && unary.not()) {
      own = Operator.COMPARISON;
    }
    return own < level ? "(" + operand + ")" : operand.toString();
  }
}
