package dev.hypersweep.trainer.model.bert;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.model.FeedForwardLayer;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.gate.Sequences;
import dev.hypersweep.trainer.nn.Linear;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/** W2 f(W1 x + b1) + b2: [n, d] -> [n, f] -> [n, d]. */
final class BertFeedForward implements FeedForwardLayer {

  private final Linear inner;
  private final Linear outer;
  private final BertConfiguration configuration;

  BertFeedForward(Parameters parameters, String name, BertConfiguration c) {
    int d = c.width();
    inner =
        new Linear(parameters, name + ".intermediate.dense", d, c.innerWidth(), c.initialiser());
    outer = new Linear(parameters, name + ".output.dense", c.innerWidth(), d, c.initialiser());
    configuration = c;
  }

  @Override
  public SparseLayer.Output apply(Pass pass, NDArray x, Sequences sequences) {
    NDArray h = configuration.activation().apply(pass.operations(), inner.apply(pass, x));
    return new SparseLayer.Output(outer.apply(pass, h), null);
  }
}
