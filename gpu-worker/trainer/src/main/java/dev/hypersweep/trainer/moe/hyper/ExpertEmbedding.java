package dev.hypersweep.trainer.moe.hyper;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Pass;

/** A vector for each expert of a layer: what it is, in t numbers. */
public interface ExpertEmbedding {

  /** The vectors [N, t]; a function of the weights alone. */
  NDArray table(Pass pass);

  /** t. */
  int width();
}
