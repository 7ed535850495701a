package dev.hypersweep.trainer.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** JSON files that belong to a checkpoint. */
final class JsonFile {

  static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonFile() {}

  /**
   * Reads an object.
   *
   * @throws MalformedCheckpoint if it is no JSON, or not an object, or a name stands twice
   */
  static JsonNode object(Path path) throws IOException {
    try {
      JsonNode root = STRICT.readTree(Files.readAllBytes(path));
      if (!root.isObject()) {
        throw new MalformedCheckpoint(path + ": is not a JSON object");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new MalformedCheckpoint(path + ": is not JSON: " + e.getOriginalMessage(), e);
    }
  }
}
