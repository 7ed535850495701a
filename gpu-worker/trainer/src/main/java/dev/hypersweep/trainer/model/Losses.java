package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * What a batch costs: the task loss plus the weighted auxiliary losses is what training minimises.
 *
 * @param task mean over the terms of the batch, a scalar
 * @param auxiliary losses beside it; empty for a dense model
 */
public record Losses(NDArray task, List<Auxiliary> auxiliary) {

  /**
   * A loss that is there for the sake of the model, not of the task.
   *
   * @param name as metrics show it after {@code train/}, for example {@code balance_loss}
   * @param value a scalar, not weighted
   * @param weight factor with which it enters the sum
   */
  public record Auxiliary(String name, NDArray value, double weight) {}
}
