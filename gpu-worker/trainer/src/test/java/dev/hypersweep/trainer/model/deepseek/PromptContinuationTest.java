package dev.hypersweep.trainer.model.deepseek;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypersweep.trainer.model.PromptContinuation;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PromptContinuationTest {

  private static final int VOCABULARY = 14;

  @Test
  void promptsPaddedOnTheLeftGoOnAsTheyDoAlone() {
    long[][] mask = {{1, 1, 1}, {0, 1, 1}};
    try (TinyDeepSeek tiny = new TinyDeepSeek("");
        PromptContinuation all =
            new PromptContinuation(tiny.model, tiny.session, tiny.weights, mask)) {
      expect(tiny, all.next(new long[][] {{3, 7, 1}, {0, 8, 2}}), new long[][] {{3, 7, 1}, {8, 2}});
      all.select(new int[] {1, 0, 0});
      expect(
          tiny,
          all.next(new long[][] {{6}, {12}, {4}}),
          new long[][] {{8, 2, 6}, {3, 7, 1, 12}, {3, 7, 1, 4}});
      all.select(new int[] {2, 0, 1});
      expect(
          tiny,
          all.next(new long[][] {{5}, {5}, {9}}),
          new long[][] {{3, 7, 1, 4, 5}, {8, 2, 6, 5}, {3, 7, 1, 12, 9}});
    }
  }

  private static void expect(TinyDeepSeek tiny, double[][] got, long[][] read) {
    for (int row = 0; row < read.length; row++) {
      long[] ones = new long[read[row].length];
      Arrays.fill(ones, 1);
      double[] whole = tiny.logits(new long[][] {read[row]}, new long[][] {ones});
      assertThat(got[row])
          .containsExactly(
              Arrays.copyOfRange(whole, whole.length - VOCABULARY, whole.length), within(1e-9));
    }
  }
}
