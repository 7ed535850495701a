package dev.hypersweep.trainer.moe;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Pass;

/** What stands beside the experts of a sparse layer; its output is added to theirs. */
@FunctionalInterface
public interface Companion {

  /** x [n, d] -> [n, d]. */
  NDArray apply(Pass pass, NDArray x, Routing routing);
}
