package dev.hypersweep.trainer.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.catalogue.Layout;
import dev.hypersweep.catalogue.SplitCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One file below the data folder, read in the layout that the cards give it: what it holds, column
 * by column, for people and checks that look at files rather than at datasets.
 *
 * @param path below the data folder, with slashes
 */
public record FileRows(Path file, String path, Layout layout) {

  private static final List<String> TABLES = List.of("tsv", "txt");

  /** The file in its layout; files that no card names are read by their ending, else as lines. */
  public static FileRows of(Path folder, String path) {
    return new FileRows(folder.resolve(path), path, layout(path));
  }

  /** Every row, in order. */
  public List<Row> read() {
    List<Row> rows = new ArrayList<>();
    Formats.read(List.of(file), layout, FileOrigin.OFFICIAL, rows::add);
    return rows;
  }

  /** The text as it is decoded, for files that are one text. */
  public String text() {
    return new SourceFile(file, Formats.encoding(layout), FileOrigin.OFFICIAL).text();
  }

  public String sha256() {
    return new SourceFile(file, Formats.encoding(layout), FileOrigin.OFFICIAL).sha256();
  }

  /**
   * A value as text: strings as they are, numbers in decimal, truth as true or false, lists as JSON
   * with sorted keys and no spaces.
   */
  public static String shown(JsonNode value) {
    if (!value.isContainerNode()) {
      return value.asText();
    }
    try {
      Object plain = RowJson.MAPPER.treeToValue(value, Object.class);
      return RowJson.MAPPER
          .writer()
          .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .writeValueAsString(plain);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Layout layout(String path) {
    for (Dataset dataset : Datasets.all()) {
      for (SplitCard split : dataset.splits()) {
        for (String file : split.files()) {
          if (path.equals(dataset.folder() + "/" + file)) {
            return split.layout().format().equals("parallel") ? plain("lines") : split.layout();
          }
        }
      }
    }
    String ending = path.substring(path.lastIndexOf('.') + 1);
    if (path.contains("/MRPC/") && TABLES.contains(ending)) {
      return plain("tsv"); // Microsoft's own two files
    }
    return plain(List.of("tsv", "csv", "jsonl", "parquet").contains(ending) ? ending : "lines");
  }

  private static Layout plain(String format) {
    return new Layout(format, "utf-8", true, List.of(), "");
  }
}
