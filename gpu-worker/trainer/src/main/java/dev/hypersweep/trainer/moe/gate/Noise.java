package dev.hypersweep.trainer.moe.gate;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Pass;

/** Where a gate's standard normal draws come from. */
@FunctionalInterface
public interface Noise {

  /** From the engine's source, which the run's seed and step decide. */
  Noise SEEDED = Pass::noiseLike;

  /** Draws of x's shape and type. */
  NDArray like(Pass pass, NDArray x);
}
