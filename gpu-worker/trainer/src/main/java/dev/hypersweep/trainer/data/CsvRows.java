package dev.hypersweep.trainer.data;

import dev.hypersweep.catalogue.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * CSV as RFC 4180 has it: cells may be quoted, a quotation mark in them is doubled, and a quoted
 * cell may go over several lines. A backslash is an ordinary character.
 */
final class CsvRows {

  private final SourceFile file;
  private Columns columns;
  private final boolean header;
  private final List<String> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private boolean quoted;
  private int firstLine;

  CsvRows(SourceFile file, Layout layout) {
    this.file = file;
    header = layout.header();
    columns = header && layout.columns().isEmpty() ? null : new Columns(layout.columns());
  }

  void read(Consumer<Row> sink) {
    boolean[] skip = {header && columns != null};
    file.lines(
        (number, line) -> {
          if (!quoted) {
            firstLine = number;
            if (line.isEmpty()) {
              return;
            }
          }
          cells(line);
          if (quoted) {
            return;
          }
          if (columns == null) {
            columns = Columns.ofHeader(cells);
          } else if (!skip[0]) {
            sink.accept(columns.row(firstLine, cells));
          }
          skip[0] = false;
          cells.clear();
        });
    if (quoted) {
      throw file.broken(firstLine, "a quoted cell begins here and never ends");
    }
  }

  private void cells(String line) {
    int at = 0;
    if (quoted) {
      cell.append('\n');
    }
    while (true) {
      if (!quoted && cell.isEmpty() && at < line.length() && line.charAt(at) == '"') {
        quoted = true;
        at++;
      }
      if (quoted) {
        int end = line.indexOf('"', at);
        if (end < 0) {
          cell.append(line, at, line.length());
          return;
        }
        cell.append(line, at, end);
        at = end + 1;
        if (at < line.length() && line.charAt(at) == '"') {
          cell.append('"');
          at++;
          continue;
        }
        quoted = false;
        if (at < line.length() && line.charAt(at) != ',') {
          throw new IllegalArgumentException("text follows a closing quotation mark");
        }
      } else {
        int end = line.indexOf(',', at);
        cell.append(line, at, end < 0 ? line.length() : end);
        at = end < 0 ? line.length() : end;
      }
      cells.add(cell.toString());
      cell.setLength(0);
      if (at >= line.length()) {
        return;
      }
      at++;
      if (at == line.length()) {
        cells.add("");
        return;
      }
    }
  }
}
