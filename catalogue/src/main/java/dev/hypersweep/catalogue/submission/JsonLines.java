package dev.hypersweep.catalogue.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks files with a JSON object a line. */
final class JsonLines {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final SubmissionFile file;
  private final SeenIds seen;
  private final FaultList faults;

  private JsonLines(SubmissionFile file, SeenIds seen, FaultList faults) {
    this.file = file;
    this.seen = seen;
    this.faults = faults;
  }

  static void check(SubmissionFile file, List<String> lines, SeenIds seen, FaultList faults) {
    JsonLines check = new JsonLines(file, seen, faults);
    for (int i = 0; i < lines.size(); i++) {
      JsonNode node = check.parsed(i + 1, lines.get(i));
      if (node != null && file.form() == Form.JSON_PASSAGES) {
        check.passage(i + 1, node);
      } else if (node != null) {
        check.labelled(i + 1, node);
      }
    }
  }

  private JsonNode parsed(int line, String text) {
    if (text.isBlank()) {
      faults.add(line, "is empty");
      return null;
    }
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      faults.add(line, "is not JSON: " + e.getOriginalMessage());
      return null;
    }
  }

  private void labelled(int line, JsonNode node) {
    if (hasFields(line, node, "", Set.of("idx", "label")) && isIndex(line, node, "")) {
      int index = node.get("idx").intValue();
      seen.add(line, new ExampleId(index, 0, 0), index);
      label(line, node, "");
    }
  }

  private void passage(int line, JsonNode node) {
    if (!hasFields(line, node, "", Set.of("idx", "passage"))
        || !isIndex(line, node, "")
        || !hasFields(line, node.get("passage"), "passage.", Set.of("questions"))
        || !isList(line, node.get("passage").get("questions"), "passage.questions")) {
      return;
    }
    for (JsonNode question : node.get("passage").get("questions")) {
      String at = "passage.questions.";
      if (hasFields(line, question, at, Set.of("idx", "answers"))
          && isIndex(line, question, at)
          && isList(line, question.get("answers"), at + "answers")) {
        for (JsonNode answer : question.get("answers")) {
          answer(line, node.get("idx").intValue(), question.get("idx").intValue(), answer);
        }
      }
    }
  }

  private void answer(int line, int passage, int question, JsonNode answer) {
    String at = "passage.questions.answers.";
    if (hasFields(line, answer, at, Set.of("idx", "label")) && isIndex(line, answer, at)) {
      int index = answer.get("idx").intValue();
      seen.add(line, new ExampleId(passage, question, index), index);
      label(line, answer, at);
    }
  }

  private void label(int line, JsonNode node, String at) {
    JsonNode label = node.get("label");
    boolean text = file.form() == Form.JSON_TEXT;
    if (text ? !label.isTextual() : !label.isIntegralNumber()) {
      faults.add(
          line,
          "%slabel is %s, it must be %s: %s"
              .formatted(at, label, text ? "a text" : "a whole number", file.answers().allowed()));
    } else if (!file.answers().isWritten(label.asText())) {
      faults.add(line, "%slabel %s is not %s".formatted(at, label, file.answers().allowed()));
    }
  }

  private boolean hasFields(int line, JsonNode node, String at, Set<String> wanted) {
    Set<String> found = new TreeSet<>();
    node.fieldNames().forEachRemaining(found::add);
    if (!node.isObject() || !found.equals(wanted)) {
      faults.add(
          line,
          "%smust be an object with %s and nothing else, it is %s"
              .formatted(
                  at.isEmpty() ? "" : at.substring(0, at.length() - 1) + " ",
                  String.join(" and ", new TreeSet<>(wanted)),
                  node.isObject() ? "one with " + String.join(", ", found) : cut(node)));
      return false;
    }
    return true;
  }

  private boolean isIndex(int line, JsonNode node, String at) {
    JsonNode index = node.get("idx");
    if (!index.isInt() || index.intValue() < 0) {
      faults.add(line, at + "idx is " + cut(index) + ", it must be a number from 0");
      return false;
    }
    return true;
  }

  private boolean isList(int line, JsonNode node, String at) {
    if (!node.isArray()) {
      faults.add(line, at + " must be a list, it is " + cut(node));
    }
    return node.isArray();
  }

  private static String cut(JsonNode node) {
    String text = node.toString();
    return text.length() <= 60 ? text : text.substring(0, 60) + "..";
  }
}
