package dev.hypersweep.trainer.parity.vector;

import dev.hypersweep.trainer.data.FileRows;
import dev.hypersweep.trainer.data.Row;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How many rows of a table readers lose that quote, or that split lines at more than {@code \n}.
 */
final class QuoteTrap {

  private static final Pattern LINE_END =
      Pattern.compile("\r\n|[\n\r\u000B\f\u001C-\u001E\u0085\u2028\u2029]");

  private QuoteTrap() {}

  static Map<String, Object> of(FileRows file, List<Row> rows) {
    String text = file.text();
    int header = file.layout().header() ? 1 : 0;
    String cut = LINE_END.matcher(text).replaceAll("\n");
    long lines = cut.chars().filter(c -> c == '\n').count() + (cut.endsWith("\n") ? 0 : 1);
    return Map.of(
        "rows", rows.size(),
        "rows_with_a_quote_aware_reader", quoting(text) - header,
        "rows_with_python_splitlines", lines - header);
  }

  /** Rows that a lenient quote-aware reader sees: a quotation mark that begins a cell quotes it. */
  private static int quoting(String text) {
    int rows = 0;
    boolean quoted = false;
    boolean begins = true;
    boolean any = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      any = true;
      if (quoted) {
        if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '"' && begins) {
        quoted = true;
        begins = false;
      } else if (c == '\n') {
        rows++;
        begins = true;
        any = false;
      } else {
        begins = c == '\t';
      }
    }
    return rows + (any ? 1 : 0);
  }
}
