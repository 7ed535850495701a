package dev.hypersweep.trainer.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.hypersweep.trainer.tensor.Operations;
import dev.hypersweep.trainer.tensor.PackedOperations;
import dev.hypersweep.trainer.tensor.SequenceOperations;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;

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

  private Pass(Session session, Weights weights, boolean training, boolean noisy) {
    this.session = session;
    this.training = training;
    this.noisy = noisy;
    this.manager = (PtNDManager) session.manager().newSubManager();
    List<Parameter> parameters = weights.parameters();
    this.leaves = new PtNDArray[parameters.size()];
    for (Parameter parameter : parameters) {
      PtNDArray leaf = JniUtils.detachGradient((PtNDArray) weights.value(parameter));
      leaf.attach(manager);
      if (training) {
        JniUtils.attachGradient(leaf, true);
      }
      leaves[parameter.index()] = leaf;
    }
    session.record(training);
  }

  /** A pass with noise, dropout and gradients. */
  public static Pass training(Session session, Weights weights) {
    return new Pass(session, weights, true, true);
  }

  /** A pass with gradients, whose noise is zero and whose dropout drops nothing. */
  public static Pass noiseless(Session session, Weights weights) {
    return new Pass(session, weights, true, false);
  }

  /** A pass without any of them. */
  public static Pass evaluation(Session session, Weights weights) {
    return new Pass(session, weights, false, false);
  }

  /** Whether gradients are on, and noise and dropout too unless the pass is noiseless. */
  public boolean isTraining() {
    return training;
  }

  /** Type of the parameters, and so of every real number of this pass. */
  public DataType type() {
    return leaves[0].getDataType();
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

  /** Owner of the tensors of this pass. */
  public PtNDManager manager() {
    return manager;
  }

  /** Standard normal noise, from the engine's seeded source; zeros in a noiseless pass. */
  public NDArray noiseLike(NDArray x) {
    return !noisy ? x.zerosLike() : manager.randomNormal(0f, 1f, x.getShape(), x.getDataType());
  }

  /** Dropout when training with noise, else x itself. */
  public NDArray dropout(NDArray x, double probability) {
    return noisy && probability > 0 ? operations().dropout(x, probability) : x;
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
