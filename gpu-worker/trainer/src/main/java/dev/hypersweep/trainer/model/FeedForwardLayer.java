package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.expert.Experts;
import dev.hypersweep.trainer.moe.expert.Form;
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
    Form form = Form.standard(c.width(), c.sparse().innerWidth());
    return sparse(
        parameters, name, layer, c, companions, new ExpertLayout(".", "inner", "outer", form));
  }

  /** A mixture of experts of another layout. */
  static SparseLayer sparse(
      Parameters parameters,
      String name,
      int layer,
      ModelConfiguration c,
      Companions companions,
      ExpertLayout layout) {
    SparseConfiguration s = c.sparse();
    Gate gate = Gates.of(parameters, name + ".router", c.width(), s);
    Experts experts = layout.experts(parameters, name + ".experts", s.experts());
    SharedExperts shared =
        s.sharedExperts() == 0
            ? null
            : new SharedExperts(layout.experts(parameters, name + ".shared", s.sharedExperts()));
    return new SparseLayer(gate, experts, shared, companions.of(name, layer, experts));
  }
}
