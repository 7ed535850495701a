package dev.hypersweep.trainer.model.t5;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.hypersweep.trainer.generation.Continuation;
import dev.hypersweep.trainer.generation.LastLogits;
import dev.hypersweep.trainer.model.KeysValues;
import dev.hypersweep.trainer.nn.DerivedValues;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.Arrays;
import java.util.List;
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
  private NDManager sourceMemory;
  private NDManager pastMemory;
  private EncoderDecoder.Source source;
  private int[] sourceRows;
  private List<KeysValues> past;

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
    sourceMemory = session.manager().newSubManager();
    pastMemory = session.manager().newSubManager();
    sourceRows = IntStream.range(0, tokens.length).toArray();
    try (Pass pass = Pass.evaluation(session, weights, derived)) {
      source = model.read(pass, tokens, mask);
      source.keysValues().forEach(each -> each.attach(sourceMemory));
      source.mask().attach(sourceMemory);
    }
  }

  @Override
  public double[][] next(long[][] tokens) {
    try (Pass pass = Pass.evaluation(session, weights, derived)) {
      EncoderDecoder.Step step = model.write(pass, tokens, past, source);
      keep(step.past());
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
        selectSources(pass, index);
      }
      if (past != null) {
        keep(past.stream().map(each -> each.rows(pass, index)).toList());
      }
    }
  }

  private void selectSources(Pass pass, NDArray index) {
    NDManager next = session.manager().newSubManager();
    List<KeysValues> selected =
        source.keysValues().stream().map(each -> each.rows(pass, index)).toList();
    selected.forEach(each -> each.attach(next));
    NDArray mask = pass.operations().rows(source.mask(), index);
    mask.attach(next);
    sourceMemory.close();
    sourceMemory = next;
    source = new EncoderDecoder.Source(selected, mask);
  }

  private void keep(List<KeysValues> present) {
    NDManager next = session.manager().newSubManager();
    present.forEach(each -> each.attach(next));
    pastMemory.close();
    pastMemory = next;
    past = present;
  }

  @Override
  public void close() {
    derived.close();
    sourceMemory.close();
    pastMemory.close();
  }
}
