package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.moe.Companion;
import dev.hypersweep.trainer.moe.Experts;
import dev.hypersweep.trainer.moe.NoisyTopKGate;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.nn.FeedForward;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/** The second half of a block: one network for every token, or a mixture of experts. */
@FunctionalInterface
interface FeedForwardLayer {

  /** x [n, d] -> y [n, d]; the balance loss is null for a dense layer and outside training. */
  SparseLayer.Output apply(Pass pass, NDArray x);

  static FeedForwardLayer dense(Parameters parameters, String name, ModelConfiguration c) {
    FeedForward ffn = new FeedForward(parameters, name + ".ffn", c.width(), c.innerWidth());
    return (pass, x) -> new SparseLayer.Output(ffn.apply(pass, x), null);
  }

  static FeedForwardLayer sparse(
      Parameters parameters, String name, ModelConfiguration c, Companion companion) {
    SparseConfiguration s = c.sparse();
    NoisyTopKGate gate =
        new NoisyTopKGate(parameters, name + ".router", c.width(), s.experts(), s.k());
    Experts experts =
        new Experts(parameters, name + ".experts", c.width(), c.innerWidth(), s.experts());
    return new SparseLayer(gate, experts, companion)::apply;
  }
}
