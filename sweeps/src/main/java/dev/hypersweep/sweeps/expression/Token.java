package dev.hypersweep.sweeps.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of an expression.
 *
 * @param at where it begins, from 0
 * @param kind what it is
 * @param text as written, quotes of a text left out
 */
record Token(int at, Kind kind, String text) {

  enum Kind {
    NUMBER,
    TEXT,
    NAME,
    SIGN,
    END
  }

  private static final Pattern WORD =
      Pattern.compile(
          "\\s*(?:(?<number>(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?)"
              + "|(?<name>[A-Za-z_][A-Za-z0-9_.]*)"
              + "|'(?<single>[^']*)'|\"(?<double>[^\"]*)\""
              + "|(?<sign>==|!=|<=|>=|&&|\\|\\||[-+*/%<>()=!]))");

  static List<Token> of(String text) throws ExpressionFault {
    List<Token> tokens = new ArrayList<>();
    String trimmed = text.stripTrailing();
    Matcher matcher = WORD.matcher(trimmed);
    int at = 0;
    while (at < trimmed.length()) {
      matcher.region(at, trimmed.length());
      if (!matcher.lookingAt()) {
        throw unreadable(trimmed, at);
      }
      tokens.add(token(matcher));
      at = matcher.end();
    }
    tokens.add(new Token(trimmed.length(), Kind.END, ""));
    return tokens;
  }

  private static Token token(Matcher matcher) throws ExpressionFault {
    if (matcher.group("number") != null) {
      return new Token(matcher.start("number"), Kind.NUMBER, matcher.group("number"));
    }
    if (matcher.group("name") != null) {
      return new Token(matcher.start("name"), Kind.NAME, matcher.group("name"));
    }
    for (String quoted : List.of("single", "double")) {
      if (matcher.group(quoted) != null) {
        return new Token(matcher.start(quoted) - 1, Kind.TEXT, matcher.group(quoted));
      }
    }
    String sign = matcher.group("sign");
    int at = matcher.start("sign");
    switch (sign) {
      case "=" -> throw new ExpressionFault(at, "= compares nothing", "write ==");
      case "&&" -> throw new ExpressionFault(at, "&& is not known", "write and");
      case "||" -> throw new ExpressionFault(at, "|| is not known", "write or");
      case "!" -> throw new ExpressionFault(at, "! is not known", "write not");
      default -> {
        return new Token(at, Kind.SIGN, sign);
      }
    }
  }

  private static ExpressionFault unreadable(String text, int from) {
    int at = from;
    while (Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    String found = text.substring(at, text.offsetByCodePoints(at, 1));
    if (found.equals("'") || found.equals("\"")) {
      return new ExpressionFault(at, "a text without its closing " + found, "close the quotes");
    }
    return new ExpressionFault(
        at,
        "'" + found + "' does not belong to an expression",
        "use names, numbers, texts in quotes, + - * / %, comparisons, and, or, not, parentheses");
  }
}
