package dev.hypersweep.trainer.model.deepseek;

import dev.hypersweep.trainer.model.CompanionMaker;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.expert.Form;
import dev.hypersweep.trainer.moe.expert.GatedExperts;
import dev.hypersweep.trainer.moe.expert.SharedExperts;
import dev.hypersweep.trainer.moe.gate.GateMatrix;
import dev.hypersweep.trainer.moe.gate.GateScale;
import dev.hypersweep.trainer.moe.gate.SoftmaxTopKGate;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Parameters;

/**
 * Makes the sparse feed-forward layer: routed fine-grained experts, and shared ones that are stored
 * as a single network of their joined width.
 */
final class DeepSeekMoe {

  private DeepSeekMoe() {}

  /**
   * @param name {@code model.layers.1.mlp} for example
   * @param companions decide what stands beside the experts
   */
  static SparseLayer of(
      Parameters parameters,
      String name,
      int layer,
      DeepSeekConfiguration c,
      CompanionMaker companions) {
    DeepSeekConfiguration.Sparse s = c.sparse();
    GateMatrix gate =
        new GateMatrix(
            parameters,
            name + ".gate.weight",
            c.width(),
            s.experts(),
            Layout.OUT_IN,
            Initialiser.normal(c.deviation()));
    // A single score stays as it is, as in the library: divided by itself it would be 1.
    GateScale scale =
        s.renormalised() && s.k() > 1 ? GateScale.RENORMALISED : GateScale.PROBABILITY;
    GatedExperts routed =
        new GatedExperts(
            parameters,
            GatedExperts.Names.of(name + ".experts.", "gate_proj", "up_proj", "down_proj"),
            form(c, s.innerWidth()),
            s.experts());
    return new SparseLayer(
        new SoftmaxTopKGate(gate, s.k(), scale),
        routed,
        shared(parameters, name, c),
        companions.of(name, layer, routed));
  }

  private static SharedExperts shared(Parameters parameters, String name, DeepSeekConfiguration c) {
    int count = c.sparse().shared();
    if (count == 0) {
      return null;
    }
    String prefix = name + ".shared_experts.";
    GatedExperts.Names names =
        new GatedExperts.Names(
            e -> prefix + "gate_proj", e -> prefix + "up_proj", e -> prefix + "down_proj");
    return new SharedExperts(
        new GatedExperts(parameters, names, form(c, count * c.sparse().innerWidth()), 1));
  }

  private static Form form(DeepSeekConfiguration c, int innerWidth) {
    Initialiser normal = Initialiser.normal(c.deviation());
    return new Form(
        c.width(),
        innerWidth,
        c.activation(),
        false,
        Layout.OUT_IN,
        0,
        new Form.Beginning(normal, normal));
  }
}
