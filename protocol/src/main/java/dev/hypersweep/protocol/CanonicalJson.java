package dev.hypersweep.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;

/**
 * One text for equal values: keys sorted by code point, no white space, nulls in objects left out.
 * Hashes of configurations and manifests are taken of this text, so key order and comments of what
 * people typed never matter.
 */
public final class CanonicalJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private CanonicalJson() {}

  /**
   * The canonical text of a record, map, list or scalar.
   *
   * @throws IllegalArgumentException if the value has no JSON form, a NaN or an infinity included
   */
  public static String of(Object value) {
    try {
      return MAPPER.writeValueAsString(sorted(MAPPER.valueToTree(value)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not representable as JSON: " + value, e);
    }
  }

  /** Lower-case hex SHA-256 of {@link #of}. */
  public static String hash(Object value) {
    return Sha256.hex(of(value));
  }

  private static JsonNode sorted(JsonNode node) {
    if (node.isObject()) {
      TreeMap<String, JsonNode> fields = new TreeMap<>();
      node.properties()
          .forEach(
              field -> {
                if (!field.getValue().isNull()) {
                  fields.put(field.getKey(), sorted(field.getValue()));
                }
              });
      ObjectNode result = MAPPER.createObjectNode();
      fields.forEach(result::set);
      return result;
    }
    if (node.isArray()) {
      var result = MAPPER.createArrayNode();
      node.forEach(element -> result.add(sorted(element)));
      return result;
    }
    if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
      throw new IllegalArgumentException("not a finite number: " + node.doubleValue());
    }
    return node;
  }
}
