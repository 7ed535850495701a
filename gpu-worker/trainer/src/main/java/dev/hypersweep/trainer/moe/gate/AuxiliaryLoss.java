package dev.hypersweep.trainer.moe.gate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/**
 * What routers add to the objective.
 *
 * @param name {@code balance_loss} or {@code z_loss}
 * @param value a scalar, not weighted
 * @param weight its factor in the objective
 */
public record AuxiliaryLoss(String name, NDArray value, double weight) {

  /** The value on the host. */
  public double number() {
    return value.getDataType() == DataType.FLOAT64 ? value.getDouble() : value.getFloat();
  }

  /** Evenness of the experts' load. */
  public static final String BALANCE = "balance_loss";

  /** Size of the router's logits. */
  public static final String Z = "z_loss";
}
