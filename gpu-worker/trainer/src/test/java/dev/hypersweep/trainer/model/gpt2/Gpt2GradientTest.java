package dev.hypersweep.trainer.model.gpt2;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.model.CentralDifferences;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Gpt2GradientTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", \"tie_word_embeddings\": false, \"activation_function\": \"silu\"",
        ", \"scale_attn_by_inverse_layer_idx\": true, \"scale_attn_weights\": false"
      })
  void equalsCentralDifferences(String more) {
    try (Session session = Session.open("cpu", 1)) {
      Gpt2 model = new Gpt2(TinyGpt2.configuration(more));
      Weights weights = new Weights(session, model.parameters(), 5, DataType.FLOAT64);
      Gpt2Input input = Gpt2Input.whole(TinyGpt2.TOKENS, TinyGpt2.MASK);
      long alive =
          new CentralDifferences(
                  session,
                  weights,
                  pass -> model.loss(pass, model.apply(pass, input), TinyGpt2.LABELS))
              .check(1e-8);
      assertThat(alive).isGreaterThan(2L * weights.parameters().size());
    }
  }
}
