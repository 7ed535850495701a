package dev.hypersweep.trainer.model.bert;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.trainer.checkpoint.ModelConfig;
import dev.hypersweep.trainer.model.TokenisedExample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Settings of models small enough to check number by number, and three examples. */
public final class TinyBert {

  public static final String SIZES =
      """
      "hidden_size": 8, "num_attention_heads": 2, "num_hidden_layers": 2,
      "intermediate_size": 10, "vocab_size": 13, "max_position_embeddings": 9,
      "hidden_dropout_prob": 0, "attention_probs_dropout_prob": 0, "initializer_range": 0.5
      """;

  public static final List<TokenisedExample> EXAMPLES =
      List.of(
          new TokenisedExample(new int[] {1, 5, 2, 9}, new int[] {0, 0, 1, 1}, 0),
          new TokenisedExample(new int[] {3}, 2),
          new TokenisedExample(new int[] {8, 7, 6, 4, 10, 2}, new int[] {0, 0, 0, 0, 1, 1}, 1));

  private TinyBert() {}

  /** More settings begin with a comma. */
  public static BertConfiguration configuration(String more) {
    try {
      return BertConfiguration.of(
          ModelConfig.of("config.json", new ObjectMapper().readTree("{" + SIZES + more + "}")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
