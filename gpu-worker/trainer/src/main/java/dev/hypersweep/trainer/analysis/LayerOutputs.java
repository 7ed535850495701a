package dev.hypersweep.trainer.analysis;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.moe.gate.Selection;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;

/**
 * What the parts of a sparse layer make of the same n tokens, neither weighted nor added up.
 *
 * @param companion output of the HyperExpert, or of the adapter in its place [n, d]
 * @param experts N outputs [n, d], each of all tokens, whether the expert was selected or not
 * @param selection which experts were
 */
record LayerOutputs(NDArray companion, List<NDArray> experts, Selection selection) {

  /** Passes the tokens of a routing through every part of a layer that has a companion. */
  static LayerOutputs of(Pass pass, SparseLayer layer, Routing routing) {
    return new LayerOutputs(
        layer.companionOutput(pass, routing),
        layer.expertOutputs(pass, routing),
        routing.selection());
  }

  /** For each token the output of its most probable expert [n, d]. */
  NDArray first() {
    int n = selection.tokens();
    long[] rows = new long[n];
    for (int token = 0; token < n; token++) {
      rows[token] = (long) selection.experts()[token * selection.k()] * n + token;
    }
    NDArray all = NDArrays.concat(new NDList(experts)); // [N n, d]
    return all.get(all.getManager().create(rows));
  }
}
