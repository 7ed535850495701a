package dev.hypersweep.trainer.model.bert;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.model.CentralDifferences;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BertGradientTest {

  @ParameterizedTest
  @ValueSource(strings = {"", ", \"hidden_act\": \"tanh\", \"layer_norm_eps\": 0.01"})
  void equalsCentralDifferences(String more) {
    try (Session session = Session.open("cpu", 1)) {
      BertClassifier model = new BertClassifier(TinyBert.configuration(more), 3);
      Weights weights = new Weights(session, model.parameters(), 5, DataType.FLOAT64);
      long alive =
          new CentralDifferences(
                  session,
                  weights,
                  pass -> {
                    BertBatch batch = BertBatch.packed(pass, TinyBert.EXAMPLES);
                    return pass.sequences()
                        .crossEntropy(
                            model.apply(pass, batch).logits(),
                            pass.manager().create(new long[] {0, 2, 1}),
                            0);
                  })
              .check(1e-8);
      assertThat(alive).isGreaterThan(2L * weights.parameters().size());
    }
  }
}
