package dev.hypersweep.trainer.model.deepseek;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.model.CausalTask;
import dev.hypersweep.trainer.model.CentralDifferences;
import dev.hypersweep.trainer.model.Losses;
import dev.hypersweep.trainer.model.TokenSequence;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeepSeekGradientTest {

  private static final List<TokenSequence> EXAMPLES =
      List.of(
          new TokenSequence(new int[] {3, 7, 1, 12, 5, 9}, 0),
          new TokenSequence(new int[] {8, 2, 6, 4}, 2));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", \"norm_topk_prob\": true, \"seq_aux\": false, \"tie_word_embeddings\": true",
        ", \"attention_bias\": true, \"n_shared_experts\": null"
      })
  void equalsCentralDifferences(String more) {
    try (TinyDeepSeek tiny = new TinyDeepSeek(more)) {
      CausalTask task = new CausalTask(tiny.parameters, tiny.model, tiny.model.cost());
      long alive =
          new CentralDifferences(
                  tiny.session,
                  tiny.weights,
                  pass -> {
                    Losses losses = task.losses(pass, EXAMPLES, 0.1);
                    Losses.Auxiliary balance = losses.auxiliary().get(0);
                    NDArray weighted = pass.operations().scale(balance.value(), balance.weight());
                    return losses.task().add(weighted);
                  })
              .check(1e-7);
      assertThat(alive).isGreaterThan(2L * tiny.parameters.all().size());
    }
  }
}
