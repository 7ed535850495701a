package dev.hypersweep.trainer.parity.vector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.protocol.Sha256;
import dev.hypersweep.trainer.data.CodePoints;
import dev.hypersweep.trainer.data.FileRows;
import dev.hypersweep.trainer.data.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code dataset.*}: what the official files below {@code HYPERSWEEP_DATA} hold. */
final class DatasetVectors {

  private static final int MOST_CHARACTERS = 3000;
  private static final int MOST_LABELS = 60;
  private static final int SHOWN_ENDS = 80;

  /** The file of the case before: cases of one file stand together. */
  private static FileRows last;

  private static List<Row> lastRows;

  private DatasetVectors() {}

  static Map<String, Evaluator> all() {
    return Map.of(
        "dataset.file",
        DatasetVectors::file,
        "dataset.columns",
        DatasetVectors::columns,
        "dataset.row",
        DatasetVectors::row,
        "dataset.quote_trap",
        input -> QuoteTrap.of(file(input.text("path")), rows(input)),
        "dataset.tokens",
        input -> TokenCounts.of(file(input.text("path")).text(), rows(input)),
        "dataset.spans",
        input -> Spans.of(file(input.text("path")), rows(input)));
  }

  private static Object file(Input input) throws IOException {
    FileRows file = file(input.text("path"));
    List<Row> rows = rows(input);
    Map<String, Map<String, Integer>> labels = new LinkedHashMap<>();
    Map<String, String> digests = new LinkedHashMap<>();
    Map<String, Integer> without = new LinkedHashMap<>();
    for (String column : names(rows)) {
      MessageDigest digest = Sha256.digest();
      Map<String, Integer> counts = new LinkedHashMap<>();
      int there = 0;
      for (Row row : rows) {
        JsonNode value = row.columns().get(column);
        if (value == null) {
          continue;
        }
        there++;
        String shown = FileRows.shown(value);
        digest.update(shown.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0x1E);
        if (counts.size() <= MOST_LABELS) {
          counts.merge(shown, 1, Integer::sum);
        }
      }
      if (counts.size() <= MOST_LABELS) {
        labels.put(column, counts);
      }
      if (there < rows.size()) {
        without.put(column, rows.size() - there);
      }
      digests.put(column, HexFormat.of().formatHex(digest.digest()));
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("sha256", file.sha256());
    facts.put("bytes", Files.size(file.file()));
    facts.put("rows", rows.size());
    facts.put("columns", List.copyOf(names(rows)));
    facts.put("labels", labels);
    facts.put("column_digest", digests);
    facts.put("rows_without_column", without);
    return facts;
  }

  private static Object columns(Input input) {
    List<Row> rows = rows(input);
    Map<String, Object> columns = new LinkedHashMap<>();
    for (String column : names(rows)) {
      long characters = 0;
      int empty = 0;
      int longest = -1;
      int firstLongest = -1;
      int there = 0;
      Set<String> distinct = new HashSet<>();
      for (int i = 0; i < rows.size(); i++) {
        JsonNode value = rows.get(i).columns().get(column);
        if (value == null) {
          continue;
        }
        String shown = FileRows.shown(value);
        int length = CodePoints.count(shown);
        there++;
        characters += length;
        distinct.add(shown);
        empty += length == 0 ? 1 : 0;
        if (length > longest) {
          longest = length;
          firstLongest = i;
        }
      }
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("characters", characters);
      facts.put("distinct", distinct.size());
      facts.put("empty", empty);
      facts.put("longest", longest);
      facts.put("first_longest_row", there < rows.size() ? null : firstLongest);
      columns.put(column, facts);
    }
    return Map.of("columns", columns);
  }

  private static Object row(Input input) {
    List<Row> rows = rows(input);
    int number = Math.toIntExact(input.whole("row"));
    if (number < 0 || number >= rows.size()) {
      throw new IllegalArgumentException("row " + number + " of " + rows.size());
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    rows.get(number)
        .columns()
        .fields()
        .forEachRemaining(field -> fields.put(field.getKey(), shortened(field.getValue())));
    return Map.of("fields", fields);
  }

  private static Object shortened(JsonNode value) {
    String text = value.isTextual() ? value.textValue() : "";
    int length = CodePoints.count(text);
    if (length <= MOST_CHARACTERS) {
      return value;
    }
    return Map.of(
        "characters", length,
        "sha256", Sha256.hex(text),
        "start", CodePoints.cut(text, 0, SHOWN_ENDS),
        "end", CodePoints.cut(text, length - SHOWN_ENDS, length));
  }

  private static Set<String> names(List<Row> rows) {
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> row.columns().fieldNames().forEachRemaining(names::add));
    return names;
  }

  private static FileRows file(String path) {
    String folder = System.getenv("HYPERSWEEP_DATA");
    if (folder == null || folder.isBlank()) {
      throw new IllegalArgumentException("set HYPERSWEEP_DATA to the folder that holds " + path);
    }
    return FileRows.of(Path.of(folder), path);
  }

  private static synchronized List<Row> rows(Input input) {
    FileRows file = file(input.text("path"));
    if (!file.equals(last)) {
      lastRows = file.read();
      last = file;
    }
    return lastRows;
  }
}
