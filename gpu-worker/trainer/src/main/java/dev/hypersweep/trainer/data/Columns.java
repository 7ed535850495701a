package dev.hypersweep.trainer.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Names of columns; rows may leave out the last ones, whose names end with a question mark. */
record Columns(List<String> names) {

  Row row(int line, List<String> cells) {
    long least = names.stream().filter(name -> !name.endsWith("?")).count();
    if (cells.size() < least || cells.size() > names.size()) {
      throw new IllegalArgumentException(
          cells.size()
              + " columns instead of "
              + (least == names.size() ? "" : least + " to ")
              + names.size());
    }
    ObjectNode columns = RowJson.empty();
    for (int i = 0; i < cells.size(); i++) {
      String name = names.get(i);
      columns.put(name.endsWith("?") ? name.substring(0, name.length() - 1) : name, cells.get(i));
    }
    return new Row(line, columns);
  }
}
