package dev.hypersweep.sweeps.expression;

import java.util.List;
import java.util.Optional;

/** Reads an expression by precedence climbing. Bounded in length and depth. */
public final class ExpressionParser {

  private static final int MOST_CHARACTERS = 1000;
  private static final int MOST_DEPTH = 50;

  private final List<Token> tokens;
  private int next;
  private int depth;

  private ExpressionParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * The expression of a text.
   *
   * @throws ExpressionFault with the character at which it stops making sense
   */
  public static Expression parse(String text) throws ExpressionFault {
    if (text.length() > MOST_CHARACTERS) {
      throw new ExpressionFault(
          MOST_CHARACTERS,
          "an expression of more than " + MOST_CHARACTERS + " characters",
          "split it into several");
    }
    ExpressionParser parser = new ExpressionParser(Token.of(text));
    Expression expression = parser.binary(0);
    Token rest = parser.peek();
    if (rest.kind() != Token.Kind.END) {
      throw new ExpressionFault(
          rest.at(),
          "'" + rest.text() + "' is not expected here",
          "put an operator before it, or remove it");
    }
    return expression;
  }

  private Expression binary(int level) throws ExpressionFault {
    if (level > Operator.STRONGEST) {
      return unary();
    }
    if (level == Operator.COMPARISON && is("not")) {
      return deeper(() -> new Expression.Unary(take().at(), true, binary(level)));
    }
    Expression left = binary(level + 1);
    int found = 0;
    while (true) {
      Optional<Operator> operator = operator(level);
      if (operator.isEmpty()) {
        return left;
      }
      if (level == Operator.COMPARISON && found++ > 0) {
        throw new ExpressionFault(peek().at(), "comparisons do not chain", "write a < b and b < c");
      }
      int at = take().at();
      // A long chain is a deep tree: it is bounded like parentheses.
      if (++found > MOST_DEPTH) {
        throw tooDeep(at);
      }
      left = new Expression.Binary(at, operator.get(), left, binary(level + 1));
    }
  }

  private Expression unary() throws ExpressionFault {
    Token token = take();
    switch (token.kind()) {
      case NUMBER -> {
        return number(token);
      }
      case TEXT -> {
        return new Expression.Text(token.at(), token.text());
      }
      case NAME -> {
        if (List.of("and", "or", "not").contains(token.text())) {
          break;
        }
        return new Expression.Name(token.at(), token.text());
      }
      case SIGN -> {
        if (token.text().equals("-")) {
          return deeper(() -> new Expression.Unary(token.at(), false, unary()));
        }
        if (token.text().equals("(")) {
          return deeper(() -> closed(token));
        }
      }
      default -> {}
    }
    String found = token.kind() == Token.Kind.END ? "the end" : "'" + token.text() + "'";
    throw new ExpressionFault(
        token.at(), found + " where a value is expected", "write a name, a number or a text");
  }

  private Expression closed(Token open) throws ExpressionFault {
    Expression inside = binary(0);
    if (!peek().text().equals(")") || peek().kind() != Token.Kind.SIGN) {
      throw new ExpressionFault(open.at(), "a parenthesis that is not closed", "add )");
    }
    take();
    return inside;
  }

  private static Expression number(Token token) throws ExpressionFault {
    double value = Double.parseDouble(token.text());
    if (Double.isInfinite(value)) {
      throw new ExpressionFault(token.at(), "a number beyond 1.8e308", "write a smaller one");
    }
    return new Expression.Number(token.at(), value);
  }

  private interface Rule {
    Expression read() throws ExpressionFault;
  }

  private Expression deeper(Rule rule) throws ExpressionFault {
    if (++depth > MOST_DEPTH) {
      throw tooDeep(peek().at());
    }
    Expression expression = rule.read();
    depth--;
    return expression;
  }

  private static ExpressionFault tooDeep(int at) {
    return new ExpressionFault(
        at, "nested or chained more than " + MOST_DEPTH + " times", "split it into several");
  }

  private Optional<Operator> operator(int level) {
    Token token = peek();
    if (token.kind() != Token.Kind.SIGN && token.kind() != Token.Kind.NAME) {
      return Optional.empty();
    }
    return Operator.signed(token.text()).filter(operator -> operator.level() == level);
  }

  private boolean is(String word) {
    return peek().kind() == Token.Kind.NAME && peek().text().equals(word);
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = tokens.get(next);
    next = Math.min(next + 1, tokens.size() - 1);
    return token;
  }
}
