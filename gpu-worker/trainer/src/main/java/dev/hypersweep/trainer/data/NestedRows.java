package dev.hypersweep.trainer.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** SuperGLUE's nested lines: a row is an answer of MultiRC, a query of ReCoRD. */
final class NestedRows {

  private NestedRows() {}

  static void multiRc(int line, JsonNode node, Consumer<Row> sink) {
    JsonNode passage = RowJson.need(node, "passage");
    for (JsonNode question : RowJson.need(passage, "questions")) {
      for (JsonNode answer : RowJson.need(question, "answers")) {
        ObjectNode columns = RowJson.empty();
        columns.set("passage_idx", RowJson.need(node, "idx"));
        columns.set("question_idx", RowJson.need(question, "idx"));
        columns.set("answer_idx", RowJson.need(answer, "idx"));
        columns.set("passage", RowJson.need(passage, "text"));
        columns.set("question_text", RowJson.need(question, "question"));
        columns.set("answer_text", RowJson.need(answer, "text"));
        if (answer.has("label")) {
          columns.set("label", answer.get("label"));
        }
        sink.accept(new Row(line, columns));
      }
    }
  }

  static void record(int line, JsonNode node, Consumer<Row> sink) {
    JsonNode passage = RowJson.need(node, "passage");
    for (JsonNode query : RowJson.need(node, "qas")) {
      ObjectNode columns = RowJson.empty();
      columns.set("source", RowJson.need(node, "source"));
      columns.set("passage_idx", RowJson.need(node, "idx"));
      columns.set("passage", RowJson.need(passage, "text"));
      columns.set("entities", RowJson.need(passage, "entities"));
      columns.set("query_idx", RowJson.need(query, "idx"));
      columns.set("query", RowJson.need(query, "query"));
      if (query.has("answers")) {
        columns.set("answers", query.get("answers"));
      }
      sink.accept(new Row(line, columns));
    }
  }
}
