package dev.hypersweep.trainer.model.t5;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.model.CentralDifferences;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class T5GradientTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", \"feed_forward_proj\": \"gated-gelu\", \"tie_word_embeddings\": false",
        ", \"feed_forward_proj\": \"gated-silu\""
      })
  void equalsCentralDifferences(String more) {
    try (Session session = Session.open("cpu", 1)) {
      Parameters parameters = new Parameters();
      EncoderDecoder model = T5.of(parameters, T5Configuration.of(TinyT5.json(more)));
      Weights weights = new Weights(session, parameters, 5, DataType.FLOAT64);
      long alive =
          new CentralDifferences(
                  session,
                  weights,
                  pass ->
                      pass.sequences()
                          .crossEntropy(
                              model.apply(pass, TinyT5.BATCH).logits(),
                              TinyT5.BATCH.labels(pass),
                              0.1))
              .check(1e-8);
      assertThat(alive).isGreaterThan(9L * parameters.all().size() / 10);
    }
  }
}
