package dev.hypersweep.trainer.model.switchtransformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.model.t5.FeedForwardLayer;
import dev.hypersweep.trainer.model.t5.SparseState;
import dev.hypersweep.trainer.model.t5.T5Configuration;
import dev.hypersweep.trainer.moe.Companion;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.expert.Experts;
import dev.hypersweep.trainer.moe.expert.Form;
import dev.hypersweep.trainer.moe.expert.MlpExperts;
import dev.hypersweep.trainer.moe.gate.GateMatrix;
import dev.hypersweep.trainer.moe.gate.Sequences;
import dev.hypersweep.trainer.moe.gate.SwitchGate;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/**
 * The sparse feed-forward layer of a block. Padding is routed, takes room and counts in the losses,
 * as in the library.
 */
public final class SwitchLayer implements FeedForwardLayer {

  private final int block;
  private final Experts experts;
  private final Companion companion;
  private final SparseLayer layer;

  /**
   * @param name {@code encoder.block.1.layer.1.mlp} for example
   * @param companion null for none
   */
  SwitchLayer(
      Parameters parameters, String name, int block, SwitchConfiguration c, Companion companion) {
    T5Configuration base = c.base();
    this.block = block;
    this.companion = companion;
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
                base.dropout()),
            c.experts());
    layer =
        new SparseLayer(new SwitchGate(gate, c.jitter(), c.capacity()), experts, null, companion);
  }

  @Override
  public Output apply(Pass pass, NDArray x) {
    Shape shape = x.getShape();
    Sequences sequences = Sequences.padded((int) shape.get(0), (int) shape.get(1));
    SparseLayer.Output out =
        layer.apply(pass, x.reshape(new Shape(-1, shape.get(2))), sequences); // [B L, d]
    NDArray y = out.y().reshape(shape);
    return new Output(y, new SparseState(block, x, out.routing(), y));
  }

  @Override
  public long idleSize() {
    Form form = experts.form();
    return (experts.count() - 1) * 2L * form.width() * form.innerWidth();
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
