package dev.hypersweep.trainer.parity.vector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.trainer.data.CodePoints;
import dev.hypersweep.trainer.data.FileRows;
import dev.hypersweep.trainer.data.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Whether spans that a file gives by their offsets are what stands in the text there. */
final class Spans {

  private int spans;
  private int notMatching;
  private int notMatchingLetters;
  private int unitsDiffer;

  private Spans() {}

  static Map<String, Object> of(FileRows file, List<Row> rows) {
    Spans all = new Spans();
    for (Row row : rows) {
      JsonNode columns = row.columns();
      if (columns.has("target.span1_index")) {
        all.words(columns, "target.span1");
        all.words(columns, "target.span2");
      } else if (columns.has("start1")) {
        all.word(columns, "1");
        all.word(columns, "2");
      } else {
        columns.path("answers").forEach(answer -> all.answer(columns, answer));
      }
    }
    return Map.of(
        "spans", all.spans,
        "not_matching", all.notMatching,
        "utf16_offset_differs_from_code_points", all.unitsDiffer,
        "not_matching_letters_and_digits", all.notMatchingLetters);
  }

  /** SQuAD: {@code answer_start}; ReCoRD: {@code start} and {@code end}, which is included. */
  private void answer(JsonNode columns, JsonNode answer) {
    boolean squad = answer.has("answer_start");
    String text = columns.path(squad ? "context" : "passage").asText();
    int start = answer.path(squad ? "answer_start" : "start").asInt();
    String words = answer.path("text").asText();
    int end = squad ? start + CodePoints.count(words) : answer.path("end").asInt() + 1;
    found(text, start, end, words);
  }

  /** WiC: {@code end} is not included; the span is a word of the sentence. */
  private void word(JsonNode columns, String number) {
    String text = columns.path("sentence" + number).asText();
    int start = columns.path("start" + number).asInt();
    int end = columns.path("end" + number).asInt();
    String span = inside(text, start, end) ? CodePoints.cut(text, start, end) : "";
    found(text, start, end, span.isBlank() || !span.strip().equals(span) ? null : span);
  }

  private void found(String text, int start, int end, String words) {
    spans++;
    boolean inside = inside(text, start, end);
    if (!inside || !CodePoints.cut(text, start, end).equals(words)) {
      notMatching++;
    }
    if (inside && CodePoints.unit(text, start) != start) {
      unitsDiffer++;
    }
  }

  private static boolean inside(String text, int start, int end) {
    return start >= 0 && start <= end && end <= CodePoints.count(text);
  }

  /** WSC: the index counts words parted by white space. */
  private void words(JsonNode columns, String name) {
    spans++;
    List<String> words = Arrays.asList(columns.path("text").asText().strip().split("\\s+"));
    String wanted = columns.path(name + "_text").asText();
    int from = columns.path(name + "_index").asInt();
    int to = Math.min(words.size(), from + wanted.strip().split("\\s+").length);
    String there = from > to ? "" : String.join(" ", words.subList(from, to));
    if (!there.equals(wanted)) {
      notMatching++;
    }
    if (!plain(there).equals(plain(wanted))) {
      notMatchingLetters++;
    }
  }

  private static String plain(String text) {
    return text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
