package dev.hypersweep.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.text.Text;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reading of answers, a missing field like a null one. */
final class Json {

  private Json() {}

  static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static String joined(JsonNode array) {
    return each(array).map(Text::of).collect(Collectors.joining(", "));
  }

  /** {@code name value, name value}; {@code -} if there is nothing. */
  static String pairs(JsonNode object) {
    List<String> pairs =
        object.properties().stream()
            .map(field -> Text.clean(field.getKey()) + " " + scalar(field.getValue()))
            .toList();
    return pairs.isEmpty() ? "-" : String.join(", ", pairs);
  }

  private static String scalar(JsonNode value) {
    return value.isValueNode() ? Text.of(value) : Text.clean(value.toString());
  }

  /** An instant of the server in this machine's zone, to the second; {@code -} for null. */
  static String time(JsonNode instant) {
    return instant.isTextual() ? Times.local(instant.asText()) : "-";
  }
}
