package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.nn.LayerNorm;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.SelfAttention;
import java.util.List;
import java.util.Optional;

/** A pre-LN transformer block: x + attention(norm(x)), then x + feedForward(norm(x)). */
final class Block {

  private final LayerNorm attentionNorm;
  private final SelfAttention attention;
  private final LayerNorm feedForwardNorm;
  private final SparseLayer sparse;
  private final FeedForwardLayer feedForward;
  private final double dropout;

  Block(Parameters parameters, int layer, ModelConfiguration c, Companions companions) {
    String name = "block." + layer;
    attentionNorm = new LayerNorm(parameters, name + ".attention_norm", c.width());
    attention =
        new SelfAttention(parameters, name + ".attention", c.width(), c.heads(), c.dropout());
    feedForwardNorm = new LayerNorm(parameters, name + ".feed_forward_norm", c.width());
    sparse =
        c.isSparse(layer) ? FeedForwardLayer.sparse(parameters, name, layer, c, companions) : null;
    feedForward = sparse == null ? FeedForwardLayer.dense(parameters, name, c) : sparse::apply;
    dropout = c.dropout();
  }

  /** x [n, d] -> [n, d]; the routing of a sparse layer is added to {@code routings}. */
  NDArray apply(Pass pass, NDArray x, Batch batch, List<Routing> routings) {
    NDArray attended = pass.part(x, in -> attend(pass, in, batch));
    return sparse != null // a routing is read when the block is done, so its tensors must stay
        ? feedForward(pass, attended, batch, routings)
        : pass.part(attended, in -> feedForward(pass, in, batch, routings));
  }

  private NDArray attend(Pass pass, NDArray x, Batch batch) {
    NDArray mixed =
        attention.apply(pass, attentionNorm.apply(pass, x), batch.slots(), batch.mask());
    return x.add(pass.dropout(mixed, dropout));
  }

  private NDArray feedForward(Pass pass, NDArray x, Batch batch, List<Routing> routings) {
    SparseLayer.Output out =
        feedForward.apply(pass, feedForwardNorm.apply(pass, x), batch.sequences());
    if (out.routing() != null) {
      routings.add(out.routing());
    }
    return x.add(pass.dropout(out.y(), dropout));
  }

  /** Its mixture of experts; none in a dense block. */
  Optional<SparseLayer> sparse() {
    return Optional.ofNullable(sparse);
  }
}
