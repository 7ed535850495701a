package dev.hypersweep.trainer.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with columns in braces. {@code {question:spelled}} is what the card spells the column's
 * value as; {@code {answers.text}} takes a field of each object of a list.
 */
record Template(String pattern, Map<String, Map<String, String>> spelled) {

  private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");
  private static final String SPELLED = ":spelled";

  /** The column, if the template is nothing but one. */
  Optional<String> column() {
    Matcher column = COLUMN.matcher(pattern);
    return column.matches() ? Optional.of(column.group(1)) : Optional.empty();
  }

  /** Whether every column that it names is in the row. */
  boolean fits(Row row, Map<String, String> known) {
    Matcher columns = COLUMN.matcher(pattern);
    while (columns.find()) {
      String name = columns.group(1);
      String plain = name.endsWith(SPELLED) ? cut(name) : name;
      if (!known.containsKey(name) && value(row, plain) == null) {
        return false;
      }
    }
    return true;
  }

  /** The text, a list in it joined by blanks. */
  String text(Row row, Map<String, String> known) {
    Matcher columns = COLUMN.matcher(pattern);
    StringBuilder text = new StringBuilder();
    while (columns.find()) {
      String name = columns.group(1);
      String value = known.containsKey(name) ? known.get(name) : column(row, name);
      columns.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    return columns.appendTail(text).toString();
  }

  /** As many texts as the column has values if it is nothing but one column, else one text. */
  List<String> texts(Row row, Map<String, String> known) {
    Matcher column = COLUMN.matcher(pattern);
    if (column.matches() && !known.containsKey(column.group(1))) {
      JsonNode value = value(row, column.group(1));
      if (value != null && value.isArray()) {
        List<String> texts = new ArrayList<>();
        value.forEach(one -> texts.add(element(column.group(1), one)));
        return texts;
      }
    }
    return List.of(text(row, known));
  }

  private String column(Row row, String name) {
    String plain = name.endsWith(SPELLED) ? cut(name) : name;
    JsonNode value = value(row, plain);
    if (value == null) {
      throw new IllegalArgumentException(
          row.get(plain) != null
              ? "column " + plain + " is empty (null)"
              : "there is no column " + plain + "; there are " + row.names());
    }
    String text = text(value);
    if (plain.equals(name)) {
      return text;
    }
    String spelling = spelled.getOrDefault(plain, Map.of()).get(text);
    if (spelling == null) {
      throw new IllegalArgumentException(
          plain + " is " + text + ", none of " + spelled.getOrDefault(plain, Map.of()).keySet());
    }
    return spelling;
  }

  private static String element(String column, JsonNode value) {
    if (value.isNull()) {
      throw new IllegalArgumentException("the list " + column + " has an empty (null) element");
    }
    return value.isContainerNode() ? value.toString() : value.asText();
  }

  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.isObject() ? value.toString() : value.asText();
    }
    List<String> texts = new ArrayList<>();
    value.forEach(one -> texts.add(one.asText()));
    return String.join(" ", texts);
  }

  /** The column's value, or null if there is none. */
  private static JsonNode value(Row row, String name) {
    JsonNode value = row.get(name);
    int point = name.lastIndexOf('.');
    if (value == null && point > 0 && row.get(name.substring(0, point)) != null) {
      JsonNode list = row.get(name.substring(0, point));
      if (list.isArray()) {
        var fields = RowJson.MAPPER.createArrayNode();
        list.forEach(one -> fields.add(RowJson.need(one, name.substring(point + 1))));
        return fields;
      }
    }
    return value == null || value.isNull() ? null : value;
  }

  private static String cut(String name) {
    return name.substring(0, name.length() - SPELLED.length());
  }
}
