package dev.hypersweep.trainer.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypersweep.catalogue.Layout;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Every format that a card can name, read into rows. */
public final class Formats {

  private Formats() {}

  /**
   * Gives every row of a split's files.
   *
   * @throws DatasetAbsent if a file is not there
   * @throws DatasetBroken if a row is malformed
   */
  static void read(List<Path> files, Layout layout, FileOrigin origin, Consumer<Row> sink) {
    if (layout.format().equals("parallel")) {
      ParallelRows.read(
          files.stream().map(path -> file(path, layout, origin)).toList(), layout, sink);
      return;
    }
    for (Path path : files) {
      one(file(path, layout, origin), layout, sink);
    }
  }

  private static void one(SourceFile file, Layout layout, Consumer<Row> sink) {
    switch (layout.format()) {
      case "tsv" -> tsv(file, layout, sink);
      case "csv" -> new CsvRows(file, layout).read(sink);
      case "jsonl" -> jsonl(file, (line, node) -> sink.accept(new Row(line, RowJson.flat(node))));
      case "json" -> JsonRows.list(file, sink);
      case "parquet" -> ParquetRows.read(file, sink);
      case "lines" -> file.lines((number, line) -> sink.accept(line(number, line)));
      case "squad" -> JsonRows.squad(file, sink);
      case "multirc" -> jsonl(file, (line, node) -> NestedRows.multiRc(line, node, sink));
      case "record" -> jsonl(file, (line, node) -> NestedRows.record(line, node, sink));
      case "copa" -> CopaRows.read(file, sink);
      case "trec" -> file.lines((number, line) -> sink.accept(trec(number, line)));
      default -> throw new IllegalArgumentException("no format " + layout.format());
    }
  }

  /** Tabs part columns; quotation marks are ordinary characters. */
  private static void tsv(SourceFile file, Layout layout, Consumer<Row> sink) {
    Columns[] columns = {layout.header() ? null : new Columns(layout.columns())};
    file.lines(
        (number, line) -> {
          List<String> cells = Arrays.asList(line.split("\t", -1));
          if (columns[0] == null) {
            columns[0] =
                layout.columns().isEmpty()
                    ? Columns.ofHeader(cells)
                    : new Columns(layout.columns());
          } else {
            sink.accept(columns[0].row(number, cells));
          }
        });
  }

  /** Takes one JSON value of a line. */
  @FunctionalInterface
  interface NodeSink {
    void take(int line, JsonNode node);
  }

  private static void jsonl(SourceFile file, NodeSink sink) {
    file.lines(
        (number, line) -> {
          if (!line.isBlank()) {
            sink.take(number, RowJson.read(line));
          }
        });
  }

  private static Row line(int number, String line) {
    ObjectNode columns = RowJson.empty();
    columns.put("line", line);
    return new Row(number, columns);
  }

  /** {@code COARSE:fine question} (Li and Roth 2002). */
  private static Row trec(int number, String line) {
    int colon = line.indexOf(':');
    int blank = line.indexOf(' ');
    if (colon < 0 || blank < colon) {
      throw new IllegalArgumentException("does not begin with COARSE:fine and a blank");
    }
    ObjectNode columns = RowJson.empty();
    columns.put("coarse", line.substring(0, colon));
    columns.put("fine", line.substring(colon + 1, blank));
    columns.put("text", line.substring(blank + 1));
    return new Row(number, columns);
  }

  static Charset encoding(Layout layout) {
    return layout.encoding().equals("latin-1")
        ? StandardCharsets.ISO_8859_1
        : StandardCharsets.UTF_8;
  }

  private static SourceFile file(Path path, Layout layout, FileOrigin origin) {
    return new SourceFile(path, encoding(layout), origin);
  }
}
