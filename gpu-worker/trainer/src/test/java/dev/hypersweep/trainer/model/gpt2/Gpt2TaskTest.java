package dev.hypersweep.trainer.model.gpt2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.model.CausalInput;
import dev.hypersweep.trainer.model.CausalTask;
import dev.hypersweep.trainer.model.Losses;
import dev.hypersweep.trainer.model.TokenSequence;
import dev.hypersweep.trainer.moe.gate.Noise;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;
import org.junit.jupiter.api.Test;

class Gpt2TaskTest {

  private static final Gpt2Configuration BASE = Gpt2Configuration.of(TinyGpt2.json(""));

  @Test
  void theTaskLearnsWhatTheModelsOwnLossSays() {
    try (Session session = Session.open("cpu", 1)) {
      Gpt2 model = new Gpt2(BASE.withDropout(0));
      Weights weights = new Weights(session, model.parameters(), 5, DataType.FLOAT64);
      CausalTask task = new CausalTask(model.parameters(), model, model.cost());
      try (Pass pass = Pass.training(session, weights)) {
        TokenSequence text = new TokenSequence(new int[] {3, 5, 2, 9}, 0);
        long[][] tokens = {{3, 5, 2, 9}};
        Gpt2.Output out = model.apply(pass, CausalInput.whole(tokens, new long[][] {{1, 1, 1, 1}}));
        Losses losses = task.losses(pass, List.of(text), 0);
        assertThat(losses.task().getDouble())
            .isCloseTo(model.loss(pass, out, tokens).getDouble(), within(1e-12));
        assertThat(losses.auxiliary()).isEmpty();
      }
    }
  }

  /** With k = N a token meets every parameter; each expert less is one network less. */
  @Test
  void aTokenMeetsTheExpertsThatItIsSentTo() {
    long d = BASE.width();
    long f = BASE.innerWidth();
    assertThat(mixture(4).cost().idleSize()).isZero();
    assertThat(mixture(1).cost().idleSize()).isEqualTo(BASE.layers() * 3 * (2 * d * f + f + d));
    assertThat(new Gpt2(BASE).cost().idleSize()).isZero();
  }

  private static Gpt2 mixture(int k) {
    Gpt2MixtureConfiguration mixture = new Gpt2MixtureConfiguration(4, k, null);
    return new Gpt2(BASE, new Gpt2Mixtures(BASE, mixture, block -> Noise.SEEDED));
  }
}
