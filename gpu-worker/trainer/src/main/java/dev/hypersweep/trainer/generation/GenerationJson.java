package dev.hypersweep.trainer.generation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Settings of a search under the names of Hugging Face's {@code generation_config.json}, with its
 * standards. What would change the result and is not built is refused by its name.
 */
public final class GenerationJson {

  private static final int STANDARD_MAX_LENGTH = 20;

  /** Read by others, or without effect unless tokens are sampled. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "bos_token_id",
          "decoder_start_token_id",
          "use_cache",
          "temperature",
          "top_k",
          "top_p",
          "typical_p",
          "return_dict_in_generate",
          "output_scores",
          "transformers_version",
          "_from_model_config");

  private static final Set<String> KNOWN =
      Set.of(
          "max_new_tokens",
          "max_length",
          "min_new_tokens",
          "min_length",
          "num_beams",
          "num_return_sequences",
          "length_penalty",
          "early_stopping",
          "no_repeat_ngram_size",
          "eos_token_id",
          "pad_token_id");

  /** Settings that are allowed at the value that switches them off. */
  private static final Map<String, Double> OFF =
      new TreeMap<>(
          Map.of(
              "do_sample", 0.0,
              "num_beam_groups", 1.0,
              "diversity_penalty", 0.0,
              "repetition_penalty", 1.0,
              "encoder_no_repeat_ngram_size", 0.0));

  private GenerationJson() {}

  /**
   * Reads settings.
   *
   * @param given the search's own
   * @param config the model's: end and padding tokens that are not given are taken from it
   * @throws IllegalArgumentException naming the setting and its value
   */
  public static GenerationSettings read(JsonNode given, JsonNode config) {
    refuseUnknown(given);
    int[] ends = ends(given.has("eos_token_id") ? given : config);
    JsonNode pad = (given.has("pad_token_id") ? given : config).path("pad_token_id");
    return new GenerationSettings(
        whole(given, "max_new_tokens", 0),
        whole(given, "max_length", STANDARD_MAX_LENGTH),
        whole(given, "min_new_tokens", 0),
        whole(given, "min_length", 0),
        whole(given, "num_beams", 1),
        whole(given, "num_return_sequences", 1),
        given.path("length_penalty").asDouble(1),
        earlyStopping(given.path("early_stopping")),
        whole(given, "no_repeat_ngram_size", 0),
        ends,
        pad.isInt() ? pad.intValue() : ends.length > 0 ? ends[0] : 0);
  }

  private static void refuseUnknown(JsonNode given) {
    for (Iterator<Map.Entry<String, JsonNode>> i = given.fields(); i.hasNext(); ) {
      Map.Entry<String, JsonNode> field = i.next();
      String name = field.getKey();
      JsonNode value = field.getValue();
      boolean off = value.isNull() || (OFF.containsKey(name) && value.asDouble() == OFF.get(name));
      if (!off && !KNOWN.contains(name) && !WITHOUT_EFFECT.contains(name)) {
        throw new IllegalArgumentException(
            "generation setting " + name + ": " + value + " is not supported; leave it out");
      }
    }
  }

  private static int whole(JsonNode given, String name, int standard) {
    JsonNode value = given.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return standard;
    }
    if (!value.isInt() || value.intValue() < 0) {
      throw new IllegalArgumentException(
          "generation setting " + name + ": " + value + "; give a whole number from 0 up");
    }
    return value.intValue();
  }

  private static int[] ends(JsonNode from) {
    JsonNode end = from.path("eos_token_id");
    if (end.isArray()) {
      int[] ends = new int[end.size()];
      for (int i = 0; i < ends.length; i++) {
        ends[i] = end.get(i).intValue();
      }
      return ends;
    }
    return end.isInt() ? new int[] {end.intValue()} : new int[0];
  }

  private static EarlyStopping earlyStopping(JsonNode value) {
    if (value.isTextual() && value.asText().equals("never")) {
      return EarlyStopping.NEVER;
    }
    return value.asBoolean(false) ? EarlyStopping.FIRST : EarlyStopping.HEURISTIC;
  }
}
