package dev.hypersweep.sweeps.expression;

import java.util.function.Function;

/** Refuses expressions that compare or compute what cannot be, before anything is evaluated. */
public final class Typing {

  /** What an expression gives. */
  public enum Type {
    NUMBER("a number"),
    TEXT("a text"),
    TRUTH("true or false");

    private final String words;

    Type(String words) {
      this.words = words;
    }
  }

  /** Knows the type of a name. */
  public interface Names {
    /**
     * The type of the name.
     *
     * @throws ExpressionFault made by {@code unknown} if there is no such name
     */
    Type of(Expression.Name name, Function<String, ExpressionFault> unknown) throws ExpressionFault;
  }

  private final Names names;

  private Typing(Names names) {
    this.names = names;
  }

  /**
   * Returns if the expression gives true or false.
   *
   * @throws ExpressionFault otherwise
   */
  public static void requireTruth(Expression expression, Names names) throws ExpressionFault {
    Type type = new Typing(names).of(expression);
    if (type != Type.TRUTH) {
      throw new ExpressionFault(
          expression.at(), "gives " + type.words + ", not true or false", "compare it: .. == 0");
    }
  }

  private Type of(Expression expression) throws ExpressionFault {
    if (expression instanceof Expression.Number) {
      return Type.NUMBER;
    }
    if (expression instanceof Expression.Text) {
      return Type.TEXT;
    }
    if (expression instanceof Expression.Name name) {
      return names.of(
          name,
          fix -> new ExpressionFault(name.at(), "'" + name.name() + "' is not known here", fix));
    }
    if (expression instanceof Expression.Unary unary) {
      Type wanted = unary.not() ? Type.TRUTH : Type.NUMBER;
      require(unary.operand(), wanted, unary.not() ? "not" : "-");
      return wanted;
    }
    return ofBinary((Expression.Binary) expression);
  }

  private Type ofBinary(Expression.Binary binary) throws ExpressionFault {
    String sign = binary.operator().sign();
    switch (binary.operator()) {
      case AND, OR -> {
        require(binary.left(), Type.TRUTH, sign);
        require(binary.right(), Type.TRUTH, sign);
        return Type.TRUTH;
      }
      case EQUAL, UNEQUAL -> {
        Type left = of(binary.left());
        require(binary.right(), left, sign);
        return Type.TRUTH;
      }
      default -> {
        require(binary.left(), Type.NUMBER, sign);
        require(binary.right(), Type.NUMBER, sign);
        boolean compares = binary.operator().level() == Operator.COMPARISON;
        return compares ? Type.TRUTH : Type.NUMBER;
      }
    }
  }

  private void require(Expression operand, Type wanted, String sign) throws ExpressionFault {
    Type type = of(operand);
    if (type != wanted) {
      throw new ExpressionFault(
          operand.at(),
          "'" + operand + "' is " + type.words + ", but " + sign + " needs " + wanted.words,
          "compare or compute values of one kind; texts stand in quotes");
    }
  }
}
