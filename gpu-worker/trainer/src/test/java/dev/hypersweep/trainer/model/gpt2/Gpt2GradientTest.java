package dev.hypersweep.trainer.model.gpt2;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.model.CausalInput;
import dev.hypersweep.trainer.model.CentralDifferences;
import dev.hypersweep.trainer.model.HyperConfiguration;
import dev.hypersweep.trainer.moe.gate.ImportanceAndLoad;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.Random;
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
      CausalInput input = CausalInput.whole(TinyGpt2.TOKENS, TinyGpt2.MASK);
      long alive =
          new CentralDifferences(
                  session,
                  weights,
                  pass -> model.loss(pass, model.apply(pass, input), TinyGpt2.LABELS))
              .check(1e-8);
      assertThat(alive).isGreaterThan(9L * weights.parameters().size() / 10);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void ofAMixtureWithHyperExpertsEqualsCentralDifferences(int k) {
    try (Session session = Session.open("cpu", 1)) {
      Gpt2Configuration c = TinyGpt2.configuration(", \"n_layer\": 1");
      HyperConfiguration sizes = new HyperConfiguration(5, 6, 4, 7, 3, 2);
      Gpt2MixtureConfiguration mixture = new Gpt2MixtureConfiguration(3, k, sizes);
      Gpt2 model = new Gpt2(c, new Gpt2Mixtures(c, mixture, block -> Gpt2GradientTest::fixedNoise));
      Weights weights = new Weights(session, model.parameters(), 5, DataType.FLOAT64);
      CausalInput input = CausalInput.whole(TinyGpt2.TOKENS, TinyGpt2.MASK);
      long alive =
          new CentralDifferences(
                  session,
                  weights,
                  pass -> {
                    Gpt2.Output out = model.apply(pass, input);
                    return model
                        .loss(pass, out, TinyGpt2.LABELS)
                        .add(new ImportanceAndLoad(1).of(pass, out.routings()).get(0).value());
                  })
              .stir()
              .check(1e-6);
      assertThat(alive).isGreaterThan(9L * weights.parameters().size() / 10);
    }
  }

  private static NDArray fixedNoise(Pass pass, NDArray like) {
    double[] draws = new Random(9).doubles(like.size(), -1, 1).toArray();
    return pass.manager().create(draws, like.getShape());
  }
}
