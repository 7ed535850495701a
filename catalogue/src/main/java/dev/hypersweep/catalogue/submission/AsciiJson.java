package dev.hypersweep.catalogue.submission;

/** JSON texts as Python's {@code json.dumps} writes them: ASCII only. */
final class AsciiJson {

  private AsciiJson() {}

  /**
   * The text in quotes; what is not printable ASCII is escaped, beyond U+FFFF as two surrogates.
   */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '\b' -> quoted.append("\\b");
        case '\f' -> quoted.append("\\f");
        default ->
            quoted.append(c >= ' ' && c <= '~' ? String.valueOf(c) : "\\u%04x".formatted((int) c));
      }
    }
    return quoted.append('"').toString();
  }
}
