package dev.hypersweep.trainer.parity.vector;

import com.fasterxml.jackson.databind.JsonNode;

/** Positions that a case draws, as nested lists of whole numbers from 0. */
final class Indices {

  private Indices() {}

  /** A list of lists. */
  static int[][] rows(JsonNode list) {
    int[][] rows = new int[list.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(list.get(i));
    }
    return rows;
  }

  /** A list of lists of lists. */
  static int[][][] matrices(JsonNode list) {
    int[][][] matrices = new int[list.size()][][];
    for (int i = 0; i < matrices.length; i++) {
      matrices[i] = rows(list.get(i));
    }
    return matrices;
  }

  private static int[] row(JsonNode list) {
    int[] row = new int[list.size()];
    for (int i = 0; i < row.length; i++) {
      JsonNode index = list.get(i);
      if (!index.canConvertToInt() || index.intValue() < 0) {
        throw new IllegalArgumentException("not an index: " + index);
      }
      row[i] = index.intValue();
    }
    return row;
  }
}
