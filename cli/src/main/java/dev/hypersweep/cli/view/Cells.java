package dev.hypersweep.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.text.Numbers;

/** Cells: one trial or variant on one dataset, over its seeds. */
final class Cells {

  private Cells() {}

  /** The cell of that dataset among several. */
  static String of(JsonNode cells, String dataset) {
    return Json.each(cells)
        .filter(cell -> cell.path("dataset").asText().equals(dataset))
        .findFirst()
        .map(Cells::of)
        .orElse("-");
  }

  /** Mean with its interval; how many seeds are there where some are missing. */
  static String of(JsonNode cell) {
    long there = cell.path("n").asLong();
    long wanted = cell.path("of").asLong();
    long failed = cell.path("failed").asLong();
    String value = Numbers.interval(cell.path("mean"), cell.path("low"), cell.path("high"));
    if (there >= wanted) {
      return value;
    }
    String hole = there + " of " + wanted + (failed > 0 ? ", " + failed + " failed" : "");
    return there == 0 ? "hole (" + hole + ")" : value + " (" + hole + ")";
  }
}
