package dev.hypersweep.trainer.model.bert;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.LayerNorm;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/** A post-LN layer: a = norm(x + attention(x)), then norm(a + feedForward(a)). */
final class BertLayer {

  private final BertAttention attention;
  private final BertFeedForward feedForward;
  private final LayerNorm norm;
  private final double dropout;

  BertLayer(Parameters parameters, String name, BertConfiguration c) {
    attention = new BertAttention(parameters, name + ".attention", c);
    feedForward = new BertFeedForward(parameters, name, c);
    norm = new LayerNorm(parameters, name + ".output.LayerNorm", c.width(), c.epsilon());
    dropout = c.dropout();
  }

  /** x [n, d] -> [n, d]. */
  NDArray apply(Pass pass, NDArray x, BertBatch batch) {
    NDArray a = attention.apply(pass, x, batch);
    return norm.apply(pass, a.add(pass.dropout(feedForward.apply(pass, a), dropout)));
  }
}
