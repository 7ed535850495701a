package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.hypersweep.trainer.nn.Pass;

/**
 * What an attention layer attends to.
 *
 * @param keys [B, S, h w]
 * @param values [B, S, h w]
 */
public record KeysValues(NDArray keys, NDArray values) {

  /** These, then {@code next}. */
  public KeysValues followedBy(KeysValues next) {
    return new KeysValues(keys.concat(next.keys, 1), values.concat(next.values, 1));
  }

  /** Row i of the result is row {@code index[i]} of this. */
  public KeysValues rows(Pass pass, NDArray index) {
    return new KeysValues(
        pass.operations().rows(keys, index), pass.operations().rows(values, index));
  }

  /** Hands both to another owner. */
  public void attach(NDManager manager) {
    keys.attach(manager);
    values.attach(manager);
  }
}
