package dev.hypersweep.sweeps.expression;

import java.util.Map;

/**
 * The value of an expression that {@link Typing} has accepted. Arithmetic is that of doubles: exact
 * for whole numbers up to 2^53. {@code %} has the sign of the dividend; a division by zero equals
 * nothing.
 */
public final class Evaluation {

  private Evaluation() {}

  /**
   * Whether the expression is true.
   *
   * @param values of all its names: numbers or texts
   */
  public static boolean holds(Expression expression, Map<String, Object> values) {
    return (Boolean) value(expression, values);
  }

  private static Object value(Expression expression, Map<String, Object> values) {
    if (expression instanceof Expression.Number number) {
      return number.value();
    }
    if (expression instanceof Expression.Text text) {
      return text.value();
    }
    if (expression instanceof Expression.Name name) {
      Object value = values.get(name.name());
      return value instanceof Number number ? (Object) number.doubleValue() : value;
    }
    if (expression instanceof Expression.Unary unary) {
      Object operand = value(unary.operand(), values);
      return unary.not() ? (Object) !(Boolean) operand : (Object) (-(Double) operand);
    }
    Expression.Binary binary = (Expression.Binary) expression;
    Object left = value(binary.left(), values);
    return switch (binary.operator()) {
      case AND -> (Boolean) left && holds(binary.right(), values);
      case OR -> (Boolean) left || holds(binary.right(), values);
      case EQUAL -> same(left, value(binary.right(), values));
      case UNEQUAL -> !same(left, value(binary.right(), values));
      default -> numbers(binary.operator(), (Double) left, value(binary.right(), values));
    };
  }

  private static boolean same(Object left, Object right) {
    if (left instanceof Double one && right instanceof Double other) {
      return one.doubleValue() == other.doubleValue();
    }
    return left.equals(right);
  }

  private static Object numbers(Operator operator, double left, Object other) {
    double right = (Double) other;
    return switch (operator) {
      case AT_MOST -> left <= right;
      case AT_LEAST -> left >= right;
      case BELOW -> left < right;
      case ABOVE -> left > right;
      case PLUS -> left + right;
      case MINUS -> left - right;
      case TIMES -> left * right;
      case DIVIDED -> left / right;
      case REMAINDER -> left % right;
      default -> throw new IllegalArgumentException("not an operator of numbers: " + operator);
    };
  }
}
