package dev.hypersweep.trainer.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Columns that are computed from those of the file; the file's own stay as they are. */
final class Derivations {

  private static final Pattern AFTER_A_SENTENCE = Pattern.compile("([.?!\"'])\n@highlight\n");

  private Derivations() {}

  /** The same row with the columns of that name added. */
  static Row apply(String name, Row row) {
    switch (name) {
      case "winogrande" -> winoGrande(row);
      case "wsc" -> WscMarks.add(row);
      case "record" -> record(row);
      case "twins" -> row.columns().put("twin", row.get("idx").asInt() / 2);
      case "fifths" -> fifths(row);
      default -> {
        // Nothing beside what the file has.
      }
    }
    return row;
  }

  /** The sentence before and after its blank, and what its twin shares with it. */
  private static void winoGrande(Row row) {
    String sentence = row.text("sentence");
    int blank = sentence.indexOf('_');
    if (blank < 0) {
      throw new IllegalArgumentException("the sentence has no blank _");
    }
    ObjectNode columns = row.columns();
    columns.put("before", sentence.substring(0, blank).stripTrailing());
    columns.put("after", sentence.substring(blank + 1));
    String id = row.text("qID");
    if (id.matches(".*-[12]")) {
      columns.put("twin", id.substring(0, id.length() - 2));
    }
  }

  /** T5 rounds the scores of STS-B to fifths (Raffel et al. 2020, 2.4). */
  private static void fifths(Row row) {
    if (row.get("score") == null) {
      return;
    }
    try {
      double score = Double.parseDouble(row.text("score"));
      row.columns().put("rounded", String.format(Locale.ROOT, "%.1f", Math.rint(score * 5) / 5));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("score " + row.text("score") + " is no number", e);
    }
  }

  /** Entities and answers as texts, each once; the query with each entity; a readable passage. */
  private static void record(Row row) {
    String passage = row.text("passage");
    String query = row.text("query");
    Set<String> entities = new LinkedHashSet<>();
    for (JsonNode entity : row.get("entities")) {
      entities.add(
          CodePoints.cut(passage, entity.path("start").asInt(), entity.path("end").asInt() + 1));
    }
    ObjectNode columns = row.columns();
    String sentences = AFTER_A_SENTENCE.matcher(passage).replaceAll("$1 ");
    columns.put("paragraph", sentences.replace("\n@highlight\n", ". "));
    columns.put("entity_list", String.join(", ", entities));
    ArrayNode names = columns.putArray("entity_texts");
    ArrayNode filled = columns.putArray("filled");
    for (String entity : entities) {
      names.add(entity);
      filled.add(query.replace("@placeholder", entity));
    }
    if (row.get("answers") != null) {
      Set<String> right = new LinkedHashSet<>();
      row.get("answers").forEach(answer -> right.add(RowJson.need(answer, "text").asText()));
      ArrayNode list = columns.putArray("right");
      right.forEach(list::add);
    }
  }
}
