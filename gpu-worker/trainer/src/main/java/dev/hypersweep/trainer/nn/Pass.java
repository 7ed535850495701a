package dev.hypersweep.trainer.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.hypersweep.trainer.tensor.Operations;
import dev.hypersweep.trainer.tensor.PackedOperations;
import dev.hypersweep.trainer.tensor.SequenceOperations;
import dev.hypersweep.trainer.tensor.Session;
import dev.hypersweep.trainer.tensor.SparseOperations;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One forward pass, and its backward pass when training. Parameters enter as fresh detached leaves
 * that share storage with the weights; every tensor of the pass dies with {@link #close}, so memory
 * stays flat and no gradient needs zeroing.
 */
public final class Pass implements AutoCloseable {

  private final Session session;
  private final PtNDManager manager;
  private final PtNDArray[] leaves;
  private final boolean training;
  private final boolean noisy;
  private final DerivedValues derived;

  private Pass(
      Session session,
      Weights weights,
      boolean recording,
      boolean training,
      boolean noisy,
      DerivedValues derived) {
    this.session = session;
    this.training = training;
    this.noisy = noisy;
    this.derived = derived;
    this.manager = (PtNDManager) session.manager().newSubManager();
    List<Parameter> parameters = weights.parameters();
    this.leaves = new PtNDArray[parameters.size()];
    for (Parameter parameter : parameters) {
      PtNDArray leaf = JniUtils.detachGradient((PtNDArray) weights.value(parameter));
      leaf.attach(manager);
      if (recording) {
        JniUtils.attachGradient(leaf, true);
      }
      leaves[parameter.index()] = leaf;
    }
    session.record(recording);
  }

  /** A pass with noise, dropout and gradients. */
  public static Pass training(Session session, Weights weights) {
    return new Pass(session, weights, true, true, true, null);
  }

  /** A pass with gradients, whose noise is zero and whose dropout drops nothing. */
  public static Pass noiseless(Session session, Weights weights) {
    return new Pass(session, weights, true, true, false, null);
  }

  /** A pass without any of them. */
  public static Pass evaluation(Session session, Weights weights) {
    return new Pass(session, weights, false, false, false, null);
  }

  /** The same, keeping what depends on the weights alone for the next pass. */
  public static Pass evaluation(Session session, Weights weights, DerivedValues derived) {
    return new Pass(session, weights, false, false, false, derived);
  }

  /** An evaluation that records: the gradients of what a trained model computes. */
  public static Pass recording(Session session, Weights weights) {
    return new Pass(session, weights, true, false, false, null);
  }

  /** Whether it computes as in training, with noise and dropout unless the pass is noiseless. */
  public boolean isTraining() {
    return training;
  }

  /** Type of the parameters, and so of every real number of this pass. */
  public DataType type() {
    return leaves[0].getDataType();
  }

  /** Whether values that depend on the weights alone are kept from pass to pass. */
  public boolean keepsDerived() {
    return derived != null;
  }

  /** A value that depends on the weights alone: kept from an earlier pass, or made now. */
  public NDArray[] derived(Object key, Supplier<NDArray[]> source) {
    return derived == null ? source.get() : derived.get(key, source);
  }

  /** A parameter as a leaf of this pass. */
  public NDArray get(Parameter parameter) {
    return leaves[parameter.index()];
  }

  /** The operations. */
  public Operations operations() {
    return session.operations();
  }

  /** Operations on padded sequences. */
  public SequenceOperations sequences() {
    return session.sequences();
  }

  /** Operations on packed examples. */
  public PackedOperations packed() {
    return session.packed();
  }

  /** The operations of sparse layers. */
  public SparseOperations sparseOperations() {
    return session.sparseOperations();
  }

  /** Owner of the tensors of this pass. */
  public PtNDManager manager() {
    return manager;
  }

  /**
   * Computes a part of the network. x and what the part makes of it end with the part, but for its
   * result: what the backward pass does not need is free for the next part.
   */
  public NDArray part(NDArray x, UnaryOperator<NDArray> part) {
    try (NDManager own = manager.newSubManager()) {
      x.attach(own);
      NDArray y = part.apply(x);
      y.attach(manager);
      return y;
    }
  }

  /** Standard normal noise, from the engine's seeded source; zeros in a noiseless pass. */
  public NDArray noiseLike(NDArray x) {
    return !noisy ? x.zerosLike() : manager.randomNormal(0f, 1f, x.getShape(), x.getDataType());
  }

  /**
   * Noise uniform in [low, high), from the engine's seeded source; the middle in a noiseless pass.
   */
  public NDArray uniformLike(NDArray x, double low, double high) {
    return noisy
        ? manager.randomUniform((float) low, (float) high, x.getShape(), x.getDataType())
        : manager.full(x.getShape(), (float) ((low + high) / 2), x.getDataType());
  }

  /** Dropout when training with noise, else x itself. */
  public NDArray dropout(NDArray x, double probability) {
    return dropping(probability) > 0 ? operations().dropout(x, probability) : x;
  }

  /** A dropout probability as it holds in this pass: 0 unless training with noise. */
  public double dropping(double probability) {
    return noisy ? probability : 0;
  }

  /** Runs autograd from a scalar and stops recording; gradients can be read afterwards. */
  public void backward(NDArray loss) {
    PtNDArray one = (PtNDArray) manager.ones(new Shape(), loss.getDataType());
    JniUtils.backward((PtNDArray) loss, one, false, false);
    session.record(false);
  }

  /** The gradient of a parameter; zeros if the loss does not depend on it. */
  public NDArray gradient(Parameter parameter) {
    PtNDArray leaf = leaves[parameter.index()];
    PtNDArray gradient = JniUtils.getGradient(leaf);
    return gradient == null ? leaf.zerosLike() : gradient;
  }

  /** The gradients of these parameters, in their order. */
  public NDArray[] gradients(List<Parameter> some) {
    return some.stream().map(this::gradient).toArray(NDArray[]::new);
  }

  @Override
  public void close() {
    session.record(false);
    manager.close();
  }
}
