package dev.hypersweep.trainer.moe.gate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.Pass;
import java.util.Arrays;

/** Per sequence and expert: what share of the tokens went there, and how probable it was. */
final class SequenceShares {

  private SequenceShares() {}

  /** Share of a sequence's assignments that went to each expert, drops included: [B, N]. */
  static NDArray selected(Pass pass, Routing routing, Sequences sequences) {
    return counted(pass, routing, routing.selection().experts(), sequences);
  }

  /**
   * The same as Hugging Face's Switch counts it: a dropped token counts as expert 0, the argmax of
   * its emptied one-hot row.
   */
  static NDArray selectedDroppedAsFirst(Pass pass, Routing routing, Sequences sequences) {
    Selection selection = routing.selection();
    int[] experts = selection.experts().clone();
    for (int a = 0; a < experts.length; a++) {
      if (selection.isDropped(a)) {
        experts[a] = 0;
      }
    }
    return counted(pass, routing, experts, sequences);
  }

  private static NDArray counted(Pass pass, Routing routing, int[] experts, Sequences sequences) {
    int n = routing.experts();
    double[] shares = new double[sequences.count() * n];
    int a = 0;
    for (int b = 0; b < sequences.count(); b++) {
      int assignments = sequences.lengths()[b] * routing.k();
      for (int end = a + assignments; a < end; a++) {
        shares[b * n + experts[a]] += 1.0 / assignments;
      }
    }
    return pass.manager()
        .create(shares, new Shape(sequences.count(), n))
        .toType(routing.logits().getDataType(), false);
  }

  /** Mean probability of each expert in a sequence: [B, N], with gradient. */
  static NDArray probability(Pass pass, Routing routing, Sequences sequences) {
    NDArray p = routing.probabilities();
    if (sequences.count() == 1) {
      return p.mean(new int[] {0}, true);
    }
    return pass.sparseOperations()
        .segmentMeans(p, Arrays.stream(sequences.lengths()).asLongStream().toArray());
  }
}
