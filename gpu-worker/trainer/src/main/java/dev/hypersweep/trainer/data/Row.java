package dev.hypersweep.trainer.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of a file: its columns by name, in the file's order.
 *
 * @param line of the file that it began in, from 1
 */
public record Row(int line, ObjectNode columns) {

  /** The column, or null if the row has none of that name. */
  JsonNode get(String column) {
    return columns.get(column);
  }

  /** Names of the columns, in the file's order. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    columns.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The column as text: strings as they are, numbers in decimal, truth as true or false. */
  String text(String column) {
    JsonNode value = get(column);
    if (value == null || value.isNull()) {
      throw new IllegalArgumentException("there is no column " + column);
    }
    return value.isContainerNode() ? value.toString() : value.asText();
  }
}
