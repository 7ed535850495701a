package dev.hypersweep.sweeps.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Measured values by the text of the key columns. */
final class Table {

  private final Map<List<String>, double[]> rows = new HashMap<>();

  /**
   * Reads a file of comma-separated values.
   *
   * @param keys names of its first columns
   */
  Table(Path file, List<String> keys) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> header = List.of(lines.get(0).split(","));
    if (!header.subList(0, keys.size()).equals(keys)) {
      throw new IOException(file + ": its first columns are not " + keys);
    }
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = Arrays.asList(line.split(","));
      rows.put(
          List.copyOf(cells.subList(0, keys.size())),
          cells.stream().skip(keys.size()).mapToDouble(Double::parseDouble).toArray());
    }
  }

  double[] row(List<String> keys) {
    return rows.get(keys);
  }
}
