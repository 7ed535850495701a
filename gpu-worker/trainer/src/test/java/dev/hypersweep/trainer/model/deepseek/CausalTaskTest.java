package dev.hypersweep.trainer.model.deepseek;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypersweep.trainer.model.CausalTask;
import dev.hypersweep.trainer.model.Losses;
import dev.hypersweep.trainer.model.TokenSequence;
import dev.hypersweep.trainer.nn.Pass;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CausalTaskTest {

  private static final int VOCABULARY = 14;
  private static final List<TokenSequence> EXAMPLES =
      List.of(
          new TokenSequence(new int[] {3, 7, 1, 12, 5, 9}, 0),
          new TokenSequence(new int[] {8, 2, 6, 4}, 2));

  /** exp(task) is the perplexity: whatever the routers' losses weigh, it stays. */
  @Test
  void theTaskLossIsTheMeanOverPredictedTokensAndHoldsNoRouterLoss() {
    try (TinyDeepSeek light = new TinyDeepSeek("");
        TinyDeepSeek heavy = new TinyDeepSeek(", \"aux_loss_alpha\": 1000")) {
      double expected = nll(light) / 7; // 5 of the first text, 2 of the second
      assertThat(task(light, 0)).isCloseTo(expected, within(1e-12));
      assertThat(task(heavy, 0)).isCloseTo(expected, within(1e-12));
    }
  }

  @Test
  void smoothingSpreadsItsShareEvenlyOverTheVocabulary() {
    try (TinyDeepSeek tiny = new TinyDeepSeek("")) {
      double even = 0;
      double[][] rows = predicting(tiny);
      for (double[] row : rows) {
        even -= Arrays.stream(row).average().orElseThrow();
      }
      assertThat(task(tiny, 0.1)).isCloseTo(0.9 * nll(tiny) / 7 + 0.1 * even / 7, within(1e-12));
    }
  }

  @Test
  void itTellsHowManyTokensItReadsAndPredicts() {
    try (TinyDeepSeek tiny = new TinyDeepSeek("")) {
      CausalTask task = new CausalTask(tiny.parameters, tiny.model, tiny.model.cost());
      assertThat(task.tokens(EXAMPLES.get(1))).isEqualTo(3); // the last is only predicted
      assertThat(task.terms(EXAMPLES.get(1))).isEqualTo(2);
      assertThat(task.terms(EXAMPLES.get(0))).isEqualTo(5);
    }
  }

  private static double task(TinyDeepSeek tiny, double smoothing) {
    CausalTask task = new CausalTask(tiny.parameters, tiny.model, tiny.model.cost());
    try (Pass pass = Pass.training(tiny.session, tiny.weights)) {
      Losses losses = task.losses(pass, EXAMPLES, smoothing);
      assertThat(losses.auxiliary()).hasSize(1);
      assertThat(losses.routings()).hasSize(2);
      return losses.task().getDouble();
    }
  }

  private static double nll(TinyDeepSeek tiny) {
    double[][] rows = predicting(tiny);
    int[] wanted = {7, 1, 12, 5, 9, 6, 4};
    double sum = 0;
    for (int i = 0; i < wanted.length; i++) {
      sum -= rows[i][wanted[i]];
    }
    return sum;
  }

  /** Log-probabilities at the positions before the predicted tokens. */
  private static double[][] predicting(TinyDeepSeek tiny) {
    double[] logits = tiny.logits(TinyDeepSeek.TOKENS, TinyDeepSeek.MASK);
    int[] places = {0, 1, 2, 3, 4, 6 + 1, 6 + 2};
    return Arrays.stream(places)
        .mapToObj(p -> Arrays.copyOfRange(logits, p * VOCABULARY, (p + 1) * VOCABULARY))
        .map(CausalTaskTest::logProbabilities)
        .toArray(double[][]::new);
  }

  private static double[] logProbabilities(double[] logits) {
    double norm = Math.log(Arrays.stream(logits).map(Math::exp).sum());
    return Arrays.stream(logits).map(x -> x - norm).toArray();
  }
}
