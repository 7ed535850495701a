package dev.hypersweep.trainer.model.deepseek;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.trainer.model.CausalTask;
import dev.hypersweep.trainer.model.CentralDifferences;
import dev.hypersweep.trainer.model.CompanionConfiguration;
import dev.hypersweep.trainer.model.CompanionConfiguration.ConditioningKind;
import dev.hypersweep.trainer.model.CompanionConfiguration.EmbeddingKind;
import dev.hypersweep.trainer.model.CompanionConfiguration.HyperSizes;
import dev.hypersweep.trainer.model.CompanionConfiguration.Sharing;
import dev.hypersweep.trainer.model.Losses;
import dev.hypersweep.trainer.model.TokenSequence;
import dev.hypersweep.trainer.moe.hyper.Reduction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeepSeekGradientTest {

  private static final List<TokenSequence> EXAMPLES =
      List.of(
          new TokenSequence(new int[] {3, 7, 1, 12, 5, 9}, 0),
          new TokenSequence(new int[] {8, 2, 6, 4}, 2));

  private static final CompanionConfiguration HYPER =
      new CompanionConfiguration.Hyper(
          new HyperSizes(3, 4, 5, 2, 6),
          EmbeddingKind.TABLE,
          ConditioningKind.UNSELECTED,
          Reduction.SOFT,
          true,
          true,
          true,
          Sharing.STACK);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", \"norm_topk_prob\": true, \"seq_aux\": false, \"tie_word_embeddings\": true",
        ", \"attention_bias\": true, \"n_shared_experts\": null"
      })
  void equalsCentralDifferences(String more) {
    try (TinyDeepSeek tiny = new TinyDeepSeek(more)) {
      assertThat(differences(tiny).check(1e-7))
          .isGreaterThan(9L * tiny.parameters.all().size() / 10);
    }
  }

  @Test
  void soDoesThatOfSoftHyperExpertsBesideTheExperts() {
    try (TinyDeepSeek tiny = new TinyDeepSeek("", HYPER)) {
      assertThat(differences(tiny).stir().check(1e-6))
          .isGreaterThan(9L * tiny.parameters.all().size() / 10);
    }
  }

  private static CentralDifferences differences(TinyDeepSeek tiny) {
    CausalTask task = new CausalTask(tiny.parameters, tiny.model, tiny.model.cost());
    return new CentralDifferences(
        tiny.session,
        tiny.weights,
        pass -> {
          Losses losses = task.losses(pass, EXAMPLES, 0.1);
          Losses.Auxiliary balance = losses.auxiliary().get(0);
          return losses.task().add(pass.operations().scale(balance.value(), balance.weight()));
        });
  }
}
