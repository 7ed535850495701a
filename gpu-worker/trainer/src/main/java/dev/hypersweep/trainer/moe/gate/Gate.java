package dev.hypersweep.trainer.moe.gate;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Pass;

/** Chooses the experts of each token. */
public interface Gate {

  /**
   * Routes every row, padding included if the rows have any.
   *
   * @param x [n, d]
   * @param sequences how the rows make sequences
   */
  Routing route(Pass pass, NDArray x, Sequences sequences);

  /** N. */
  int experts();

  /** Experts per token, 1 to N. */
  int k();
}
