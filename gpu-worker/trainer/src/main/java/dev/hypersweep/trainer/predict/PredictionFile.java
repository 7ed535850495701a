package dev.hypersweep.trainer.predict;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;

import blue.strategic.parquet.ParquetWriter;
import blue.strategic.parquet.ValueWriter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;

/**
 * Predictions as a Parquet file, a row each: the texts {@code split}, {@code id}, {@code group},
 * {@code input}, {@code output}, {@code references} (a JSON array of texts), and a number {@code
 * score_NAME} for each score that any of them has; {@code group} and scores may be null.
 */
public final class PredictionFile {

  /** Before the name of a score. */
  public static final String SCORE = "score_";

  private static final ObjectMapper JSON = new ObjectMapper();

  private PredictionFile() {}

  /**
   * Writes a file that appears whole or not at all.
   *
   * @throws IOException if the disk does not take it; what was there before still is
   */
  public static void write(Path path, List<Prediction> predictions) throws IOException {
    SortedSet<String> scores = new TreeSet<>();
    predictions.forEach(prediction -> scores.addAll(prediction.scores().keySet()));
    Path part = path.resolveSibling(path.getFileName() + ".part");
    try {
      try (ParquetWriter<Prediction> writer =
          ParquetWriter.writeFile(schema(scores), part.toFile(), PredictionFile::row)) {
        for (Prediction prediction : predictions) {
          writer.write(prediction);
        }
      }
      try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
        file.force(true);
      }
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static MessageType schema(SortedSet<String> scores) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    for (String name : List.of("split", "id")) {
      schema.required(BINARY).as(stringType()).named(name);
    }
    schema.optional(BINARY).as(stringType()).named("group");
    for (String name : List.of("input", "output", "references")) {
      schema.required(BINARY).as(stringType()).named(name);
    }
    scores.forEach(name -> schema.optional(DOUBLE).named(SCORE + name));
    return schema.named("prediction");
  }

  private static void row(Prediction prediction, ValueWriter out) {
    out.write("split", prediction.split());
    out.write("id", prediction.id());
    if (prediction.group() != null) {
      out.write("group", prediction.group());
    }
    out.write("input", prediction.input());
    out.write("output", prediction.output());
    out.write("references", json(prediction.references()));
    prediction.scores().forEach((name, value) -> out.write(SCORE + name, value));
  }

  private static String json(List<String> texts) {
    try {
      return JSON.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts without a JSON form", e);
    }
  }
}
