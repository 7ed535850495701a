package dev.hypersweep.trainer.moe.expert;

import dev.hypersweep.trainer.nn.Activation;
import dev.hypersweep.trainer.tensor.SparseOperations;

/** The number by which a grouped operation knows an activation. */
final class ActivationNumber {

  private ActivationNumber() {}

  static long of(Activation activation) {
    return switch (activation) {
      case GELU -> SparseOperations.GELU;
      case GELU_NEW -> SparseOperations.GELU_TANH;
      case RELU -> SparseOperations.RELU;
      case SILU -> SparseOperations.SILU;
      case TANH -> SparseOperations.TANH;
    };
  }
}
