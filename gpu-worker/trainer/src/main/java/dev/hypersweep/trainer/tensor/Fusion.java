package dev.hypersweep.trainer.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.jni.JniUtils;

/**
 * A linear layer and the function after it in one kernel, which saves a pass over the widest tensor
 * of a network. oneDNN has it for the CPU in float32, and no backward pass for it.
 */
final class Fusion {

  private Fusion() {}

  /** Whether what is computed from x in this thread now may be fused. */
  static boolean isPossible(NDArray x) {
    return x.getDataType() == DataType.FLOAT32 && !x.getDevice().isGpu() && !JniUtils.isGradMode();
  }
}
