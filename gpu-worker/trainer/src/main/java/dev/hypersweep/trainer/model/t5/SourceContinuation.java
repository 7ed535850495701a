package dev.hypersweep.trainer.model.t5;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.hypersweep.trainer.generation.Continuation;
import dev.hypersweep.trainer.generation.LastLogits;
import dev.hypersweep.trainer.model.KeysValuesMemory;
import dev.hypersweep.trainer.nn.DerivedValues;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Targets that a model writes to sources. Keys and values of what was written are kept, those of
 * the source are computed once, and so are HyperExperts: the weights must not change meanwhile.
 */
public final class SourceContinuation implements Continuation {

  private final EncoderDecoder model;
  private final Session session;
  private final Weights weights;
  private final DerivedValues derived;
  private final KeysValuesMemory past;
  private final KeysValuesMemory sources;
  private NDManager maskMemory;
  private NDArray sourceMask;
  private int[] sourceRows;

  /**
   * Reads the sources, a row each.
   *
   * @param tokens [B][L]
   * @param mask [B][L], 0 where the source is padding
   */
  public SourceContinuation(
      EncoderDecoder model, Session session, Weights weights, long[][] tokens, long[][] mask) {
    this.model = model;
    this.session = session;
    this.weights = weights;
    this.derived = new DerivedValues(session);
    past = new KeysValuesMemory(session);
    sources = new KeysValuesMemory(session);
    maskMemory = session.manager().newSubManager();
    sourceRows = IntStream.range(0, tokens.length).toArray();
    try (Pass pass = Pass.evaluation(session, weights, derived)) {
      EncoderDecoder.Source source = model.read(pass, tokens, mask);
      sources.keep(source.keysValues());
      keepMask(source.mask());
    }
  }

  @Override
  public double[][] next(long[][] tokens) {
    try (Pass pass = Pass.evaluation(session, weights, derived)) {
      EncoderDecoder.Step step =
          model.write(
              pass, tokens, past.kept(), new EncoderDecoder.Source(sources.kept(), sourceMask));
      past.keep(step.past());
      return LastLogits.of(step.logits());
    }
  }

  @Override
  public void select(int[] rows) {
    int[] wanted = Arrays.stream(rows).map(row -> sourceRows[row]).toArray();
    boolean sameSources = Arrays.equals(wanted, sourceRows);
    sourceRows = wanted;
    try (Pass pass = Pass.evaluation(session, weights, derived)) {
      NDArray index = pass.manager().create(Arrays.stream(rows).asLongStream().toArray());
      if (!sameSources) {
        sources.select(pass, index);
        keepMask(pass.operations().rows(sourceMask, index));
      }
      past.select(pass, index);
    }
  }

  private void keepMask(NDArray mask) {
    NDManager next = session.manager().newSubManager();
    mask.attach(next);
    maskMemory.close();
    maskMemory = next;
    sourceMask = mask;
  }

  @Override
  public void close() {
    derived.close();
    past.close();
    sources.close();
    maskMemory.close();
  }
}
