package dev.hypersweep.trainer.model.deepseek;

import ai.djl.ndarray.types.DataType;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.trainer.checkpoint.ModelConfig;
import dev.hypersweep.trainer.model.CausalInput;
import dev.hypersweep.trainer.model.CompanionConfiguration;
import dev.hypersweep.trainer.model.Companions;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A decoder small enough to check number by number. */
final class TinyDeepSeek implements AutoCloseable {

  static final long[][] TOKENS = {{3, 7, 1, 12, 5, 9}, {8, 2, 6, 4, 0, 0}};
  static final long[][] MASK = {{1, 1, 1, 1, 1, 1}, {1, 1, 1, 1, 0, 0}};

  private static final String SIZES =
      """
      "hidden_size": 8, "intermediate_size": 12, "moe_intermediate_size": 5,
      "num_hidden_layers": 3, "num_attention_heads": 2, "num_key_value_heads": 1,
      "n_routed_experts": 5, "n_shared_experts": 2, "num_experts_per_tok": 2,
      "first_k_dense_replace": 1, "aux_loss_alpha": 0.1, "vocab_size": 14, "initializer_range": 0.4
      """;

  final Session session = Session.open("cpu", 1);
  final Parameters parameters = new Parameters();
  final DeepSeekDecoder model;
  final Weights weights;

  TinyDeepSeek(String more) {
    this(more, new CompanionConfiguration.None());
  }

  /**
   * @param companion what stands beside the experts
   */
  TinyDeepSeek(String more, CompanionConfiguration companion) {
    DeepSeekConfiguration c = DeepSeekConfiguration.of(json(more));
    model =
        new DeepSeekDecoder(
            parameters, c, new Companions(parameters, "", c.width(), c.layers(), companion));
    weights = new Weights(session, parameters, 5, DataType.FLOAT64);
  }

  static ModelConfig json(String more) {
    try {
      return ModelConfig.of("config.json", new ObjectMapper().readTree("{" + SIZES + more + "}"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Logits [B L V] of whole sequences. */
  double[] logits(long[][] tokens, long[][] mask) {
    return logits(CausalInput.whole(tokens, mask));
  }

  double[] logits(CausalInput input) {
    try (Pass pass = Pass.evaluation(session, weights)) {
      return model.apply(pass, input).logits().toDoubleArray();
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
