package dev.hypersweep.orchestrator.prediction;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;

import blue.strategic.parquet.ParquetWriter;
import dev.hypersweep.protocol.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.parquet.schema.Types;

/** A file of predictions, column by column as the trainer writes it. */
public final class WrittenPredictions {

  private WrittenPredictions() {}

  /** An example with one score, or none where that is null. */
  public static PredictionRow row(
      String split, String id, String group, String output, String score, Double value) {
    TreeMap<String, Double> scores = new TreeMap<>();
    if (value != null) {
      scores.put(score, value);
    }
    return new PredictionRow(
        0,
        split,
        id,
        group,
        "input " + id,
        output,
        value == null ? List.of() : List.of("yes"),
        scores);
  }

  public static byte[] bytes(List<PredictionRow> rows) throws IOException {
    SortedSet<String> scores = new TreeSet<>();
    rows.forEach(row -> scores.addAll(row.scores().keySet()));
    Types.MessageTypeBuilder schema = Types.buildMessage();
    for (String name : List.of("split", "id", "input", "output", "references")) {
      schema.required(BINARY).as(stringType()).named(name);
    }
    schema.optional(BINARY).as(stringType()).named("group");
    scores.forEach(name -> schema.optional(DOUBLE).named("score_" + name));
    Path file = Files.createTempFile("predictions", ".parquet");
    try {
      Files.delete(file);
      try (ParquetWriter<PredictionRow> writer =
          ParquetWriter.writeFile(
              schema.named("prediction"),
              file.toFile(),
              (row, out) -> {
                out.write("split", row.split());
                out.write("id", row.id());
                out.write("input", row.input());
                out.write("output", row.output());
                out.write("references", CanonicalJson.of(row.references()));
                if (row.group() != null) {
                  out.write("group", row.group());
                }
                row.scores().forEach((name, value) -> out.write("score_" + name, value));
              })) {
        for (PredictionRow row : rows) {
          writer.write(row);
        }
      }
      return Files.readAllBytes(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
