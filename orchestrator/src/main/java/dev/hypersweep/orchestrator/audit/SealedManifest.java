package dev.hypersweep.orchestrator.audit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hypersweep.protocol.CanonicalJson;
import dev.hypersweep.protocol.Manifest;
import dev.hypersweep.protocol.RunSpecification;

/**
 * A manifest as it lies in the database, with the seal that was stored beside it.
 *
 * @param text what is stored
 * @param seal SHA-256 of the canonical manifest when it was stored
 */
record SealedManifest(String text, String seal) {

  /** Strict, so that no text says one thing to the seal and another to the execution. */
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  /** Whether the canonical form of the text still has the stored hash. */
  boolean holds() {
    try {
      return CanonicalJson.hash(STRICT.readTree(text)).equals(seal);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return false;
    }
  }

  /** The text as a tree; a missing node if it is no JSON. */
  JsonNode tree() {
    try {
      return STRICT.readTree(text);
    } catch (JsonProcessingException e) {
      return STRICT.missingNode();
    }
  }

  /**
   * What it says was executed.
   *
   * @throws Unreadable if it is no manifest of a format that is known here
   */
  RunSpecification specification() {
    try {
      Manifest manifest = STRICT.readValue(text, Manifest.class);
      RunSpecification specification = manifest.specification();
      if (manifest.format() != 1) {
        throw new Unreadable("format " + manifest.format() + " is not known here");
      }
      if (specification == null
          || specification.dataset() == null
          || specification.datasetHash() == null
          || specification.variant() == null
          || specification.settings() == null
          || specification.resources() == null
          || specification.resources().device() == null) {
        throw new Unreadable("its specification is incomplete");
      }
      return specification;
    } catch (JsonProcessingException e) {
      throw new Unreadable(e.getOriginalMessage());
    }
  }

  /** The manifest has a valid seal and still says nothing that can be executed. */
  static final class Unreadable extends RuntimeException {
    Unreadable(String why) {
      super(why);
    }
  }
}
