package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.generation.Continuation;
import dev.hypersweep.trainer.generation.LastLogits;
import dev.hypersweep.trainer.nn.DerivedValues;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.Arrays;

/**
 * Texts that a decoder goes on with, prompts padded on the left. Keys and values of what was read
 * are kept, and so are HyperExperts: the weights must not change meanwhile.
 */
public final class PromptContinuation implements Continuation {

  private final CausalDecoder model;
  private final Session session;
  private final Weights weights;
  private final DerivedValues derived;
  private final KeysValuesMemory past;
  private long[][] mask;

  /**
   * @param promptMask [B][P] of the prompts that will be read first, 0 where they are padding
   */
  public PromptContinuation(
      CausalDecoder model, Session session, Weights weights, long[][] promptMask) {
    this.model = model;
    this.session = session;
    this.weights = weights;
    this.derived = new DerivedValues(session);
    this.mask = promptMask;
    this.past = new KeysValuesMemory(session);
  }

  @Override
  public double[][] next(long[][] tokens) {
    if (!past.kept().isEmpty()) {
      int length = tokens[0].length;
      mask = Arrays.stream(mask).map(row -> longer(row, length)).toArray(long[][]::new);
    }
    try (Pass pass = Pass.evaluation(session, weights, derived)) {
      CausalDecoder.Predicted out =
          model.predict(pass, CausalInput.last(tokens, mask, past.kept()));
      past.keep(out.present());
      return LastLogits.of(out.logits());
    }
  }

  private static long[] longer(long[] mask, int by) {
    long[] longer = Arrays.copyOf(mask, mask.length + by);
    Arrays.fill(longer, mask.length, longer.length, 1);
    return longer;
  }

  @Override
  public void select(int[] rows) {
    long[][] before = mask;
    mask = Arrays.stream(rows).mapToObj(row -> before[row]).toArray(long[][]::new);
    try (Pass pass = Pass.evaluation(session, weights, derived)) {
      NDArray index = pass.manager().create(Arrays.stream(rows).asLongStream().toArray());
      past.select(pass, index);
    }
  }

  @Override
  public void close() {
    derived.close();
    past.close();
  }
}
