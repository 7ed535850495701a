package dev.hypersweep.trainer.model.gpt2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.hypersweep.trainer.generation.Continuation;
import dev.hypersweep.trainer.generation.LastLogits;
import dev.hypersweep.trainer.model.KeysValues;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.Arrays;
import java.util.List;

/**
 * Sequences that a GPT-2 goes on with; keys and values of what it has read are kept. A token's
 * position is the number of unmasked tokens before it, so that padding on the left moves nothing.
 */
public final class Gpt2Continuation implements Continuation {

  private static final int PADDED_POSITION = 1;

  private final Gpt2 model;
  private final Session session;
  private final Weights weights;
  private NDManager memory;
  private List<KeysValues> past = List.of();
  private long[][] mask;
  private boolean begun;

  /**
   * @param promptMask [B][P], 0 where the prompt is padding
   */
  public Gpt2Continuation(Gpt2 model, Session session, Weights weights, long[][] promptMask) {
    this.model = model;
    this.session = session;
    this.weights = weights;
    this.mask = promptMask;
    this.memory = session.manager().newSubManager();
  }

  @Override
  public double[][] next(long[][] tokens) {
    int length = tokens[0].length;
    if (begun) {
      mask = Arrays.stream(mask).map(row -> extended(row, length)).toArray(long[][]::new);
    }
    begun = true;
    try (Pass pass = Pass.evaluation(session, weights)) {
      Gpt2.Output out =
          model.apply(pass, new Gpt2Input(tokens, positions(mask, length), mask, past));
      keep(out.present());
      return LastLogits.of(out.logits());
    }
  }

  private static long[] extended(long[] row, int by) {
    long[] longer = Arrays.copyOf(row, row.length + by);
    Arrays.fill(longer, row.length, longer.length, 1);
    return longer;
  }

  /** Positions of the last {@code length} columns of a mask [B][S]. */
  static long[][] positions(long[][] mask, int length) {
    long[][] positions = new long[mask.length][length];
    for (int b = 0; b < mask.length; b++) {
      long seen = 0;
      for (int i = 0; i < mask[b].length; i++) {
        seen += mask[b][i];
        int at = i - (mask[b].length - length);
        if (at >= 0) {
          positions[b][at] = mask[b][i] == 0 ? PADDED_POSITION : seen - 1;
        }
      }
    }
    return positions;
  }

  @Override
  public void select(int[] rows) {
    long[][] before = mask;
    mask = Arrays.stream(rows).mapToObj(row -> before[row]).toArray(long[][]::new);
    try (Pass pass = Pass.evaluation(session, weights)) {
      NDArray index = pass.manager().create(Arrays.stream(rows).asLongStream().toArray());
      keep(past.stream().map(each -> each.rows(pass, index)).toList());
    }
  }

  private void keep(List<KeysValues> present) {
    NDManager next = session.manager().newSubManager();
    present.forEach(each -> each.attach(next));
    memory.close();
    memory = next;
    past = present;
  }

  @Override
  public void close() {
    memory.close();
  }
}
