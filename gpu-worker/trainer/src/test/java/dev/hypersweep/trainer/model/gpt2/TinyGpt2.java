package dev.hypersweep.trainer.model.gpt2;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.trainer.checkpoint.ModelConfig;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Settings of models small enough to check number by number, and a batch with padding. */
public final class TinyGpt2 {

  public static final String SIZES =
      """
      "n_embd": 8, "n_head": 2, "n_layer": 2, "n_inner": 10, "vocab_size": 13,
      "n_positions": 16, "embd_pdrop": 0, "attn_pdrop": 0, "resid_pdrop": 0,
      "initializer_range": 0.5
      """;

  public static final long[][] TOKENS = {{3, 5, 2, 9, 1}, {7, 12, 1, 0, 0}};
  public static final long[][] MASK = {{1, 1, 1, 1, 1}, {1, 1, 1, 0, 0}};
  public static final long[][] LABELS = {{3, 5, 2, 9, 1}, {7, 12, 1, -100, -100}};

  private TinyGpt2() {}

  /** More settings begin with a comma. */
  public static ModelConfig json(String more) {
    try {
      return ModelConfig.of("config.json", new ObjectMapper().readTree("{" + SIZES + more + "}"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Gpt2Configuration configuration(String more) {
    return Gpt2Configuration.of(json(more));
  }
}
