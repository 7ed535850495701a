package dev.hypersweep.trainer.moe.gate;

import ai.djl.ndarray.NDArray;

/**
 * What routers add to the objective.
 *
 * @param name {@code balance_loss} or {@code z_loss}
 * @param value a scalar, not weighted
 * @param weight its factor in the objective
 */
public record AuxiliaryLoss(String name, NDArray value, double weight) {

  /** Evenness of the experts' load. */
  public static final String BALANCE = "balance_loss";

  /** Size of the router's logits. */
  public static final String Z = "z_loss";
}
