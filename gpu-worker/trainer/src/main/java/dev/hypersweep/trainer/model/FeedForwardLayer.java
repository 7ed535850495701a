package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.expert.Experts;
import dev.hypersweep.trainer.moe.expert.Form;
import dev.hypersweep.trainer.moe.expert.MlpExperts;
import dev.hypersweep.trainer.moe.expert.SharedExperts;
import dev.hypersweep.trainer.moe.gate.Gate;
import dev.hypersweep.trainer.moe.gate.Sequences;
import dev.hypersweep.trainer.nn.FeedForward;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/** The second half of a block: one network for every token, or a mixture of experts. */
@FunctionalInterface
public interface FeedForwardLayer {

  /** x [n, d] -> y [n, d]; the routing is null for a dense layer. */
  SparseLayer.Output apply(Pass pass, NDArray x, Sequences sequences);

  static FeedForwardLayer dense(Parameters parameters, String name, ModelConfiguration c) {
    FeedForward ffn = new FeedForward(parameters, name + ".ffn", c.width(), c.innerWidth());
    return (pass, x, sequences) -> new SparseLayer.Output(ffn.apply(pass, x), null);
  }

  static SparseLayer sparse(
      Parameters parameters, String name, int layer, ModelConfiguration c, Companions companions) {
    SparseConfiguration s = c.sparse();
    Gate gate = Gates.of(parameters, name + ".router", c.width(), s);
    Experts experts = experts(parameters, name + ".experts.", c.width(), s, s.experts());
    SharedExperts shared =
        s.sharedExperts() == 0
            ? null
            : new SharedExperts(
                experts(parameters, name + ".shared.", c.width(), s, s.sharedExperts()));
    return new SparseLayer(gate, experts, shared, companions.of(name, layer, experts));
  }

  private static Experts experts(
      Parameters parameters, String prefix, int width, SparseConfiguration s, int count) {
    Form form = Form.standard(width, s.innerWidth());
    return new MlpExperts(parameters, MlpExperts.Names.of(prefix), form, count);
  }
}
