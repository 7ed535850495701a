package dev.hypersweep.orchestrator.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A scalar that two JSON objects do not have in common.
 *
 * @param field its path, names joined by dots
 * @param first null if that object lacks it
 * @param second null if that object lacks it
 */
record FieldDifference(String field, String first, String second) {

  /** Every difference, by path. */
  static List<FieldDifference> between(JsonNode first, JsonNode second) {
    SortedMap<String, String> left = scalars(first);
    SortedMap<String, String> right = scalars(second);
    TreeSet<String> names = new TreeSet<>(left.keySet());
    names.addAll(right.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(left.get(name), right.get(name)))
        .map(name -> new FieldDifference(name, left.get(name), right.get(name)))
        .toList();
  }

  private static SortedMap<String, String> scalars(JsonNode object) {
    SortedMap<String, String> scalars = new TreeMap<>();
    collect("", object, scalars);
    return scalars;
  }

  private static void collect(String path, JsonNode node, SortedMap<String, String> into) {
    node.properties()
        .forEach(
            field -> {
              String name = path + field.getKey();
              JsonNode value = field.getValue();
              if (value.isObject()) {
                collect(name + ".", value, into);
              } else if (value.isNumber()) {
                // 400 and 400.0 are one number: jsonb and the manifest may write it differently.
                into.put(name, value.decimalValue().stripTrailingZeros().toPlainString());
              } else if (!value.isNull()) {
                into.put(name, value.isTextual() ? value.asText() : value.toString());
              }
            });
  }
}
