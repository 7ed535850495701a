package dev.hypersweep.trainer.parity;

import ai.djl.ndarray.types.DataType;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.trainer.checkpoint.SafetensorsFile;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder with a {@code case.json}: what it describes and the files beside it. */
public record Case(Path folder, JsonNode description) {

  static final String FILE = "case.json";

  /**
   * Reads the description.
   *
   * @throws IllegalArgumentException if it is not JSON or has no kind
   */
  static Case of(Path folder) throws IOException {
    JsonNode description = json(folder.resolve(FILE));
    if (!description.path("kind").isTextual()) {
      throw new IllegalArgumentException(folder.resolve(FILE) + ": has no field kind");
    }
    return new Case(folder, description);
  }

  /** The kind that computes it. */
  public String kind() {
    return description.path("kind").asText();
  }

  /** Type of the numbers to compute with: FLOAT64 where the case says float64, else FLOAT32. */
  public DataType type() {
    return description.path("dtype").asText().equals("float64")
        ? DataType.FLOAT64
        : DataType.FLOAT32;
  }

  /** {@code config.json}. */
  public JsonNode config() throws IOException {
    return json(folder.resolve("config.json"));
  }

  /** {@code model.safetensors}: the weights. */
  public Map<String, StoredTensor> model() throws IOException {
    return tensors("model.safetensors");
  }

  /** {@code inputs.safetensors}. */
  public Map<String, StoredTensor> inputs() throws IOException {
    return tensors("inputs.safetensors");
  }

  /** {@code expected.safetensors}. */
  public Map<String, StoredTensor> expected() throws IOException {
    return tensors("expected.safetensors");
  }

  /** The tensors of a file of the folder. */
  public Map<String, StoredTensor> tensors(String file) throws IOException {
    return SafetensorsFile.open(folder.resolve(file)).tensors();
  }

  /** A JSON file of the folder. */
  public JsonNode json(String file) throws IOException {
    return json(folder.resolve(file));
  }

  private static JsonNode json(Path file) throws IOException {
    try {
      return Parity.JSON.readTree(Files.readAllBytes(file));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(file + " is not JSON: " + e.getOriginalMessage());
    }
  }
}
