package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;

/** What a model thinks of examples: its logits over the classes. */
@FunctionalInterface
public interface ClassLogits<E> {

  /** Logits [B, C], in the order of the examples. */
  NDArray logits(Pass pass, List<E> examples);
}
