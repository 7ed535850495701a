package dev.hypersweep.trainer.model.t5;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/** Collects what a stack gives while it runs. */
final class StackRecord {

  private final List<NDArray> states = new ArrayList<>();
  private final List<SparseState> sparse = new ArrayList<>();

  void state(NDArray x) {
    states.add(x);
  }

  void layer(T5FeedForward.Output output) {
    if (output.sparse() != null) {
      sparse.add(output.sparse());
    }
  }

  StackOutput output() {
    return new StackOutput(List.copyOf(states), List.copyOf(sparse));
  }
}
