package dev.hypersweep.trainer.model.gpt2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.generation.LastLogits;
import dev.hypersweep.trainer.model.CausalInput;
import dev.hypersweep.trainer.model.PromptContinuation;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Gpt2ContinuationTest {

  private static final long[][] PROMPTS = {{3, 5, 2}, {0, 0, 7}};
  private static final long[][] MASK = {{1, 1, 1}, {0, 0, 1}};

  private final Session session = Session.open("cpu", 1);
  private final Gpt2 model = new Gpt2(TinyGpt2.configuration(""));
  private final Weights weights = new Weights(session, model.parameters(), 5, DataType.FLOAT64);

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void tokenByTokenFromTheCacheGivesTheLogitsOfAWholePass() {
    try (PromptContinuation cached = new PromptContinuation(model, session, weights, MASK)) {
      expect(cached.next(PROMPTS), PROMPTS, MASK);
      cached.next(new long[][] {{4}, {11}});
      expect(
          cached.next(new long[][] {{6, 3}, {2, 1}}),
          new long[][] {{3, 5, 2, 4, 6, 3}, {0, 0, 7, 11, 2, 1}},
          new long[][] {{1, 1, 1, 1, 1, 1}, {0, 0, 1, 1, 1, 1}});
    }
  }

  @Test
  void selectedRowsGoOnFromTheirOwnPastAndMask() {
    try (PromptContinuation cached = new PromptContinuation(model, session, weights, MASK)) {
      cached.next(PROMPTS);
      cached.select(new int[] {1, 0, 1});
      cached.next(new long[][] {{5}, {6}, {8}});
      cached.select(new int[] {2, 1});
      expect(
          cached.next(new long[][] {{9}, {9}}),
          new long[][] {{0, 0, 7, 8, 9}, {3, 5, 2, 6, 9}},
          new long[][] {{0, 0, 1, 1, 1}, {1, 1, 1, 1, 1}});
    }
  }

  @Test
  void paddingOnTheLeftMovesNothing() {
    double[] padded;
    try (PromptContinuation cached = new PromptContinuation(model, session, weights, MASK)) {
      padded = cached.next(PROMPTS)[1];
    }
    try (Pass pass = Pass.evaluation(session, weights)) {
      CausalInput alone = CausalInput.whole(new long[][] {{7}}, new long[][] {{1}});
      assertThat(padded)
          .containsExactly(LastLogits.of(model.apply(pass, alone).logits())[0], within(1e-12));
    }
  }

  @Test
  void moreTokensThanPositionsAreRefused() {
    try (Pass pass = Pass.evaluation(session, weights)) {
      CausalInput long17 = CausalInput.whole(new long[1][17], new long[1][17]);
      assertThatThrownBy(() -> model.apply(pass, long17))
          .hasMessageContaining("17 tokens is longer than the 16");
    }
  }

  /** Compares with a pass over everything. */
  private void expect(double[][] got, long[][] tokens, long[][] mask) {
    try (Pass pass = Pass.evaluation(session, weights)) {
      double[][] whole =
          LastLogits.of(model.apply(pass, CausalInput.last(tokens, mask, List.of())).logits());
      for (int row = 0; row < got.length; row++) {
        assertThat(got[row]).containsExactly(whole[row], within(1e-12));
      }
    }
  }
}
