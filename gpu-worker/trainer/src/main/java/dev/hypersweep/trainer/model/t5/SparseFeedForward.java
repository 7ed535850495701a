package dev.hypersweep.trainer.model.t5;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.gate.Sequences;
import dev.hypersweep.trainer.nn.Pass;

/**
 * A mixture of experts as the second half of a block. Padding is routed, takes room and counts in
 * the losses, as in the Switch Transformer.
 */
public final class SparseFeedForward implements T5FeedForward {

  private final SparseLayer layer;
  private final int block;

  public SparseFeedForward(SparseLayer layer, int block) {
    this.layer = layer;
    this.block = block;
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
    return layer.idleSize();
  }
}
