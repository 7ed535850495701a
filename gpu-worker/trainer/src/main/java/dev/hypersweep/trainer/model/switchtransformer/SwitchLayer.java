package dev.hypersweep.trainer.model.switchtransformer;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.model.CompanionMaker;
import dev.hypersweep.trainer.model.t5.SparseFeedForward;
import dev.hypersweep.trainer.model.t5.T5Configuration;
import dev.hypersweep.trainer.model.t5.T5FeedForward;
import dev.hypersweep.trainer.moe.Companion;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.expert.Experts;
import dev.hypersweep.trainer.moe.expert.Form;
import dev.hypersweep.trainer.moe.expert.MlpExperts;
import dev.hypersweep.trainer.moe.gate.GateMatrix;
import dev.hypersweep.trainer.moe.gate.SwitchGate;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/** The sparse feed-forward layer of a block, under the names of the checkpoints. */
public final class SwitchLayer implements T5FeedForward {

  private final Experts experts;
  private final Companion companion;
  private final SparseFeedForward layer;

  /**
   * @param name {@code encoder.block.1.layer.1.mlp} for example
   * @param companions decide what stands beside the experts
   */
  SwitchLayer(
      Parameters parameters,
      String name,
      int block,
      SwitchConfiguration c,
      CompanionMaker companions) {
    T5Configuration base = c.base();
    GateMatrix gate =
        new GateMatrix(
            parameters,
            name + ".router.classifier.weight",
            base.width(),
            c.experts(),
            Layout.OUT_IN,
            Initialiser.normal(base.spread()));
    experts =
        new MlpExperts(
            parameters,
            MlpExperts.Names.of(name + ".experts.expert_", "wi", "wo"),
            new Form(
                base.width(),
                base.innerWidth(),
                base.activation(),
                false,
                Layout.OUT_IN,
                base.dropout(),
                base.beginning()),
            c.experts());
    companion = companions.of(name, block, experts);
    layer =
        new SparseFeedForward(
            new SparseLayer(
                new SwitchGate(gate, c.jitter(), c.capacity()), experts, null, companion),
            block);
  }

  @Override
  public Output apply(Pass pass, NDArray x) {
    return layer.apply(pass, x);
  }

  @Override
  public long idleSize() {
    return layer.idleSize();
  }

  /** Its experts. */
  public Experts experts() {
    return experts;
  }

  /** What stands beside the experts; null for nothing. */
  public Companion companion() {
    return companion;
  }
}
