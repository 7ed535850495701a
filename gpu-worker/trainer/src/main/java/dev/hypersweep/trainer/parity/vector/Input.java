package dev.hypersweep.trainer.parity.vector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The {@code input} of a case, or a part of it. Numbers may be written as the texts {@code NaN},
 * {@code Infinity} and {@code -Infinity}. What is asked for and is not there, or is of another
 * type, is an {@link IllegalArgumentException} that names it.
 */
public record Input(JsonNode json) {

  /** Whether there is such a field and it is not null. */
  public boolean has(String field) {
    return json.hasNonNull(field);
  }

  /** The field as an input of its own. */
  public Input at(String field) {
    return new Input(node(field));
  }

  /** A text. */
  public String text(String field) {
    return text(node(field), field);
  }

  /** A text, {@code otherwise} if it is absent or null. */
  public String text(String field, String otherwise) {
    return has(field) ? text(field) : otherwise;
  }

  /** A boolean, {@code otherwise} if it is absent or null. */
  public boolean flag(String field, boolean otherwise) {
    if (!has(field)) {
      return otherwise;
    }
    if (!node(field).isBoolean()) {
      throw wrong(field, node(field), "true or false");
    }
    return node(field).booleanValue();
  }

  /** A whole number. */
  public long whole(String field) {
    return whole(node(field), field);
  }

  /** A whole number, {@code otherwise} if it is absent or null. */
  public int whole(String field, int otherwise) {
    return has(field) ? Math.toIntExact(whole(field)) : otherwise;
  }

  /** A number. */
  public double number(String field) {
    return number(node(field), field);
  }

  /** A number, {@code otherwise} if it is absent or null. */
  public double number(String field, double otherwise) {
    return has(field) ? number(field) : otherwise;
  }

  /** Texts in order; null stays null. */
  public List<String> texts(String field) {
    return texts(node(field), field);
  }

  /** Lists of texts. */
  public List<List<String>> textRows(String field) {
    return list(node(field), field, row -> texts(row, field));
  }

  /** Numbers in order. */
  public double[] numbers(String field) {
    return numbers(node(field), field);
  }

  /** A matrix: rows of numbers. */
  public double[][] numberRows(String field) {
    return list(node(field), field, row -> numbers(row, field)).toArray(double[][]::new);
  }

  /** Whole numbers in order. */
  public int[] wholes(String field) {
    return list(node(field), field, each -> Math.toIntExact(whole(each, field))).stream()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The elements of a list, each an input of its own. */
  public List<Input> list(String field) {
    return list(node(field), field, Input::new);
  }

  private JsonNode node(String field) {
    JsonNode node = json.get(field);
    if (node == null) {
      throw new IllegalArgumentException("input has no " + field);
    }
    return node;
  }

  private static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> of) {
    if (!node.isArray()) {
      throw wrong(field, node, "a list");
    }
    List<T> all = new ArrayList<>(node.size());
    node.forEach(each -> all.add(of.apply(each)));
    return all;
  }

  private static List<String> texts(JsonNode node, String field) {
    return list(node, field, each -> each.isNull() ? null : text(each, field));
  }

  private static double[] numbers(JsonNode node, String field) {
    return list(node, field, each -> number(each, field)).stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static String text(JsonNode node, String field) {
    if (!node.isTextual()) {
      throw wrong(field, node, "a text");
    }
    return node.textValue();
  }

  private static long whole(JsonNode node, String field) {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw wrong(field, node, "a whole number");
    }
    return node.longValue();
  }

  private static double number(JsonNode node, String field) {
    if (node.isNumber()) {
      return node.doubleValue();
    }
    return switch (node.asText()) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw wrong(field, node, "a number");
    };
  }

  private static IllegalArgumentException wrong(String field, JsonNode node, String wanted) {
    return new IllegalArgumentException(
        "input." + field + " must be " + wanted + ", it is " + node);
  }
}
