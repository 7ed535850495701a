package dev.hypersweep.trainer.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON whose numbers stay as they were written. */
final class RowJson {

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  private RowJson() {}

  static ObjectNode empty() {
    return MAPPER.createObjectNode();
  }

  /**
   * An object.
   *
   * @throws IllegalArgumentException if the text is none; the message says where it breaks
   */
  static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      String at = e.getLocation() == null ? "" : " at character " + e.getLocation().getColumnNr();
      throw new IllegalArgumentException("not JSON" + at + ": " + e.getOriginalMessage(), e);
    }
  }

  /** A field that must be there. */
  static JsonNode need(JsonNode node, String field) {
    JsonNode found = node == null ? null : node.get(field);
    if (found == null) {
      throw new IllegalArgumentException("there is no \"" + field + "\"");
    }
    return found;
  }

  /** Nested objects become columns whose names are joined by a point. */
  static ObjectNode flat(JsonNode node) {
    if (node == null || !node.isObject()) {
      throw new IllegalArgumentException("not a JSON object");
    }
    ObjectNode flat = empty();
    flatten("", node, flat);
    return flat;
  }

  private static void flatten(String prefix, JsonNode node, ObjectNode into) {
    node.fields()
        .forEachRemaining(
            field -> {
              String name = prefix + field.getKey();
              if (field.getValue().isObject()) {
                flatten(name + ".", field.getValue(), into);
              } else {
                into.set(name, field.getValue());
              }
            });
  }
}
