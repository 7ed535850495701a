package dev.hypersweep.trainer.tokenizer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@code tokenizer.json} says about its vocabulary, which the native library does not tell.
 *
 * @param ids every token, added ones included, and its number
 * @param pad what fills the rows of a batch
 */
record TokenizerFile(Map<String, Integer> ids, Optional<PadToken> pad) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> USUAL_PADS = List.of("[PAD]", "<pad>", "<|pad|>");

  /**
   * @param place for messages
   * @param config a {@code tokenizer_config.json}, if there is one
   * @throws TokenizerException if it is not a tokenizer
   */
  static TokenizerFile of(String place, byte[] content, Optional<Path> config) {
    JsonNode root = json(place, content);
    Map<String, Integer> ids = new HashMap<>();
    JsonNode vocabulary = root.path("model").path("vocab");
    if (vocabulary.isObject()) {
      vocabulary.properties().forEach(entry -> ids.put(entry.getKey(), entry.getValue().asInt()));
    } else {
      vocabulary.forEach(piece -> ids.put(piece.path(0).asText(), ids.size()));
    }
    root.path("added_tokens")
        .forEach(added -> ids.put(added.path("content").asText(), added.path("id").asInt()));
    if (ids.isEmpty()) {
      throw new TokenizerException(place + " has no model.vocab; it is no tokenizer.json");
    }
    return new TokenizerFile(Map.copyOf(ids), pad(root, config, ids));
  }

  /** The padding section decides, then the configuration, then the usual names. */
  private static Optional<PadToken> pad(
      JsonNode root, Optional<Path> config, Map<String, Integer> ids) {
    JsonNode padding = root.path("padding");
    if (padding.isObject()) {
      return Optional.of(
          new PadToken(
              padding.path("pad_id").asInt(),
              padding.path("pad_token").asText(),
              padding.path("pad_type_id").asInt()));
    }
    return config
        .flatMap(TokenizerFile::configured)
        .or(() -> USUAL_PADS.stream().filter(ids::containsKey).findFirst())
        .filter(ids::containsKey)
        .map(text -> new PadToken(ids.get(text), text, 0));
  }

  private static Optional<String> configured(Path config) {
    JsonNode pad = json(config.toString(), read(config)).path("pad_token");
    JsonNode text = pad.isObject() ? pad.path("content") : pad;
    return Optional.ofNullable(text.textValue());
  }

  /**
   * @throws TokenizerException if it cannot be read
   */
  static byte[] read(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new TokenizerException(path + " cannot be read: " + e);
    }
  }

  private static JsonNode json(String place, byte[] content) {
    try {
      return JSON.readTree(content);
    } catch (JsonProcessingException e) {
      throw new TokenizerException(place + " is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new TokenizerException(place + " is not JSON: " + e);
    }
  }
}
