package dev.hypersweep.trainer.predict;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.HydratorSupplier;
import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rows of a file of predictions, by column; null where there is nothing. */
public final class PredictionRows implements Hydrator<Map<String, Object>, Map<String, Object>> {

  private PredictionRows() {}

  public static List<Map<String, Object>> of(Path file) throws IOException {
    try (Stream<Map<String, Object>> rows =
        ParquetReader.streamContent(
            file.toFile(), HydratorSupplier.constantly(new PredictionRows()))) {
      return rows.toList();
    }
  }

  @Override
  public Map<String, Object> start() {
    return new TreeMap<>();
  }

  @Override
  public Map<String, Object> add(Map<String, Object> row, String name, Object value) {
    row.put(name, value);
    return row;
  }

  @Override
  public Map<String, Object> finish(Map<String, Object> row) {
    return row;
  }
}
