package dev.hypersweep.trainer.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** Files that are one JSON value. */
final class JsonRows {

  private JsonRows() {}

  /** A list of objects, as SAMSum has it. */
  static void list(SourceFile file, Consumer<Row> sink) {
    JsonNode all = whole(file);
    if (!all.isArray()) {
      throw file.broken(0, "not a list of objects");
    }
    int number = 0;
    for (JsonNode one : all) {
      give(file, ++number, () -> sink.accept(new Row(0, RowJson.flat(one))));
    }
  }

  /** SQuAD 1.1: articles, paragraphs, questions (Rajpurkar et al. 2016). */
  static void squad(SourceFile file, Consumer<Row> sink) {
    int number = 0;
    JsonNode data = whole(file).path("data");
    if (!data.isArray()) {
      throw file.broken(0, "there is no list \"data\"");
    }
    for (JsonNode article : data) {
      int paragraph = 0;
      for (JsonNode one : article.path("paragraphs")) {
        int place = paragraph++;
        for (JsonNode question : one.path("qas")) {
          give(file, ++number, () -> sink.accept(question(article, place, one, question)));
        }
      }
    }
  }

  private static Row question(JsonNode article, int place, JsonNode paragraph, JsonNode question) {
    ObjectNode columns = RowJson.empty();
    columns.set("title", RowJson.need(article, "title"));
    columns.put("paragraph", place);
    columns.set("context", RowJson.need(paragraph, "context"));
    columns.set("id", RowJson.need(question, "id"));
    columns.set("question_text", RowJson.need(question, "question"));
    if (question.has("answers")) {
      columns.set("answers", question.get("answers"));
    }
    return new Row(0, columns);
  }

  private static void give(SourceFile file, int number, Runnable row) {
    try {
      row.run();
    } catch (IllegalArgumentException e) {
      throw file.broken(0, "row " + number + ": " + e.getMessage());
    }
  }

  private static JsonNode whole(SourceFile file) {
    String text = file.text();
    try {
      return RowJson.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw file.broken(line, "not JSON: " + e.getOriginalMessage());
    }
  }
}
