package dev.hypersweep.sweeps.importing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes definitions: a line per field and per parameter, the rest in flow style. */
final class Yaml {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_/.-]*");
  private static final Pattern WORD = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

  private Yaml() {}

  /** Lines of the fields of a definition. */
  static String of(Map<String, Object> definition) {
    StringBuilder text = new StringBuilder();
    definition.forEach(
        (name, value) -> {
          boolean block =
              value instanceof Map<?, ?> map
                  && !map.isEmpty()
                  && (name.equals("parameters") || name.equals("constants"));
          text.append(flow(name)).append(':');
          if (block) {
            text.append('\n');
            ((Map<?, ?>) value)
                .forEach(
                    (key, inner) ->
                        text.append("  ")
                            .append(flow(key))
                            .append(": ")
                            .append(flow(inner))
                            .append('\n'));
          } else {
            text.append(' ').append(flow(value)).append('\n');
          }
        });
    return text.toString();
  }

  private static String flow(Object value) {
    if (value instanceof Map<?, ?> map) {
      return "{"
          + String.join(
              ", ",
              map.entrySet().stream()
                  .map(one -> flow(one.getKey()) + ": " + flow(one.getValue()))
                  .toList())
          + "}";
    }
    if (value instanceof List<?> list) {
      return "[" + String.join(", ", list.stream().map(Yaml::flow).toList()) + "]";
    }
    if (value instanceof Double real) {
      return number(real);
    }
    return value instanceof String text ? text(text) : String.valueOf(value);
  }

  private static String text(String text) {
    if (PLAIN.matcher(text).matches() && !WORD.matcher(text).matches()) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private static String number(double value) {
    if (value != 0 && (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e9)) {
      return Double.toString(value).replace(".0E", "e").replace('E', 'e');
    }
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
