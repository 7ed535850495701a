package dev.hypersweep.trainer.model.t5;

import dev.hypersweep.trainer.model.CompanionMaker;
import dev.hypersweep.trainer.model.Companions;
import dev.hypersweep.trainer.model.Gates;
import dev.hypersweep.trainer.model.SparseConfiguration;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.expert.Experts;
import dev.hypersweep.trainer.moe.expert.Form;
import dev.hypersweep.trainer.moe.expert.GatedExperts;
import dev.hypersweep.trainer.moe.expert.MlpExperts;
import dev.hypersweep.trainer.moe.gate.Gate;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Parameters;

/**
 * A T5 with experts in every n-th block of both stacks: any gate, any companion, HyperMoE among
 * them. Experts are copies in shape of the dense network that they replace, and are called {@code
 * DenseReluDense.experts.expert_0.wi.weight} and so on, so that a dense checkpoint can be upcycled.
 */
public final class T5Mixtures {

  private final T5Configuration base;
  private final SparseConfiguration sparse;

  private T5Mixtures(T5Configuration base, SparseConfiguration sparse) {
    this.base = base;
    this.sparse = sparse;
  }

  /**
   * Enters the parameters.
   *
   * @throws IllegalArgumentException if shared experts are wanted: a T5 has none
   */
  public static EncoderDecoder of(
      Parameters parameters, T5Configuration base, SparseConfiguration sparse) {
    if (sparse.sharedExperts() > 0) {
      throw new IllegalArgumentException(
          "shared_experts is " + sparse.sharedExperts() + "; a T5 has none, give 0");
    }
    T5Mixtures mixtures = new T5Mixtures(base, sparse);
    return new EncoderDecoder(
        parameters,
        base,
        mixtures.maker(parameters, "encoder.", base.encoderLayers()),
        mixtures.maker(parameters, "decoder.", base.decoderLayers()),
        sparse.objective());
  }

  private T5FeedForward.Maker maker(Parameters parameters, String stack, int blocks) {
    CompanionMaker companions =
        new Companions(parameters, stack, base.width(), blocks, sparse.companion());
    return (register, half, block) -> {
      String name = half + ".DenseReluDense";
      if ((block + 1) % sparse.every() != 0) {
        return new DenseFeedForward(register, name, base);
      }
      Gate gate = Gates.of(register, name + ".router", base.width(), sparse);
      Experts experts = experts(register, name + ".experts.expert_");
      SparseLayer layer = new SparseLayer(gate, experts, null, companions.of(name, block, experts));
      return new SparseFeedForward(layer, block);
    };
  }

  private Experts experts(Parameters parameters, String prefix) {
    Form form =
        new Form(
            base.width(),
            sparse.innerWidth(),
            base.activation(),
            false,
            Layout.OUT_IN,
            base.dropout(),
            base.beginning());
    return base.gated()
        ? new GatedExperts(
            parameters, GatedExperts.Names.of(prefix, "wi_0", "wi_1", "wo"), form, sparse.experts())
        : new MlpExperts(
            parameters, MlpExperts.Names.of(prefix, "wi", "wo"), form, sparse.experts());
  }
}
