package dev.hypersweep.trainer.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Answers that stand in a context, in any of the forms in which files have them: a list of objects
 * with {@code text} and {@code answer_start} (SQuAD's), an object of two lists of these names (as
 * tables have them), or texts alone, which are looked for.
 */
final class SpanAnswers {

  private static final String TEXT = "text";
  private static final String START = "answer_start";

  private SpanAnswers() {}

  /**
   * The answers of a row, at least one.
   *
   * @param answers names the column
   * @throws IllegalArgumentException if one does not stand where it should
   */
  static List<Example.Answer> of(Row row, Template answers, String context) {
    List<Example.Answer> found = new ArrayList<>();
    String column = answers.column().orElse("");
    JsonNode texts = row.get(column + "." + TEXT);
    JsonNode given = row.get(column);
    if (given != null && given.isContainerNode()) {
      for (JsonNode one : given.isArray() ? given : List.of(given)) {
        JsonNode text = one.isObject() ? RowJson.need(one, TEXT) : one;
        found.add(answer(context, text, one.get(START)));
      }
    } else if (texts != null) {
      JsonNode starts = row.get(column + "." + START);
      if (!texts.isArray()) {
        found.add(answer(context, texts, starts));
      } else if (starts != null && starts.size() != texts.size()) {
        throw new IllegalArgumentException(
            "%d answers and %d starts of answers".formatted(texts.size(), starts.size()));
      }
      for (int i = 0; texts.isArray() && i < texts.size(); i++) {
        found.add(answer(context, texts.get(i), starts == null ? null : starts.get(i)));
      }
    } else {
      for (String text : answers.texts(row, Map.of())) {
        found.add(standing(context, text, context.indexOf(text)));
      }
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "the question has no answer; questions that nothing answers are not known here");
    }
    return List.copyOf(found);
  }

  /** Starts are given in code points. */
  private static Example.Answer answer(String context, JsonNode text, JsonNode start) {
    int at =
        start == null || start.isNull()
            ? context.indexOf(text.asText())
            : CodePoints.unit(context, start.asInt(-1));
    return standing(context, text.asText(), at);
  }

  private static Example.Answer standing(String context, String text, int start) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("an answer is empty");
    }
    if (start < 0 || !context.startsWith(text, start)) {
      throw new IllegalArgumentException(
          "the answer \"" + text + "\" does not stand in the context at its place");
    }
    return new Example.Answer(text, start);
  }
}
