package dev.hypersweep.trainer.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of columns; rows may leave out the last ones, whose names end with a question mark. */
record Columns(List<String> names) {

  /**
   * Those that a file's first line names.
   *
   * @throws IllegalArgumentException if a name is there twice
   */
  static Columns ofHeader(List<String> cells) {
    Set<String> names = new HashSet<>();
    for (String cell : cells) {
      if (!names.add(cell)) {
        throw new IllegalArgumentException("the header names the column " + cell + " twice");
      }
    }
    return new Columns(List.copyOf(cells));
  }

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
