package dev.hypersweep.trainer.model.bert;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.model.FeedForwardLayer;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.nn.LayerNorm;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;

/** A post-LN layer: a = norm(x + attention(x)), then norm(a + feedForward(a)). */
final class BertLayer {

  private final BertAttention attention;
  private final FeedForwardLayer feedForward;
  private final LayerNorm norm;
  private final double dropout;

  BertLayer(Parameters parameters, String name, BertConfiguration c, FeedForwardLayer feedForward) {
    attention = new BertAttention(parameters, name + ".attention", c);
    this.feedForward = feedForward;
    norm = new LayerNorm(parameters, name + ".output.LayerNorm", c.width(), c.epsilon());
    dropout = c.dropout();
  }

  /** x [n, d] -> [n, d]; the routing of a sparse layer is added to {@code routings}. */
  NDArray apply(Pass pass, NDArray x, BertBatch batch, List<Routing> routings) {
    NDArray a = attention.apply(pass, x, batch);
    SparseLayer.Output out = feedForward.apply(pass, a, batch.sequences());
    if (out.routing() != null) {
      routings.add(out.routing());
    }
    return norm.apply(pass, a.add(pass.dropout(out.y(), dropout)));
  }
}
