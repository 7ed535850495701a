package dev.hypersweep.trainer.moe.gate;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Pass;

/** From logits to a routing. */
final class TopK {

  private TopK() {}

  /** Keeps the k greatest logits of each row. */
  static Routing of(
      Pass pass, NDArray x, NDArray logits, int k, GateScale scale, Sequences sequences) {
    NDArray selected = logits.topK(k, -1, true, true).get(1); // [n, k]
    return of(pass, x, logits, selected, scale, sequences, null);
  }

  /** Keeps these experts [n, k] of each row. */
  static Routing of(
      Pass pass,
      NDArray x,
      NDArray logits,
      NDArray selected,
      GateScale scale,
      Sequences sequences,
      NoisyLogits noisy) {
    NDArray probabilities = logits.softmax(-1); // [n, N]
    NDArray weights =
        switch (scale) {
          case PROBABILITY -> pass.sparseOperations().pick(probabilities, selected);
          case RENORMALISED -> pass.sparseOperations().pick(logits, selected).softmax(-1);
        };
    int experts = (int) logits.getShape().get(1);
    Selection selection = Selection.read(selected, experts);
    return new Routing(x, logits, probabilities, selected, weights, selection, sequences, noisy);
  }
}
