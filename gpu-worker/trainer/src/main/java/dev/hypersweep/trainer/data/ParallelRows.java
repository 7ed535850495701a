package dev.hypersweep.trainer.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypersweep.catalogue.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Files that belong together line by line, such as a text and its translation. */
final class ParallelRows {

  private ParallelRows() {}

  static void read(List<SourceFile> files, Layout layout, Consumer<Row> sink) {
    List<List<String>> texts = new ArrayList<>();
    for (SourceFile file : files) {
      List<String> lines = new ArrayList<>();
      file.lines((number, line) -> lines.add(line));
      if (!texts.isEmpty() && lines.size() != texts.get(0).size()) {
        throw file.broken(
            Math.min(lines.size(), texts.get(0).size()) + 1,
            "%d lines, but %s has %d"
                .formatted(lines.size(), files.get(0).path(), texts.get(0).size()));
      }
      texts.add(lines);
    }
    for (int i = 0; i < texts.get(0).size(); i++) {
      ObjectNode columns = RowJson.empty();
      for (int column = 0; column < texts.size(); column++) {
        columns.put(layout.columns().get(column), texts.get(column).get(i));
      }
      sink.accept(new Row(i + 1, columns));
    }
  }
}
