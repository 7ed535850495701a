package dev.hypersweep.trainer.model.bert;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Linear;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/** W2 f(W1 x + b1) + b2: [n, d] -> [n, f] -> [n, d]. */
final class BertFeedForward {

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

  NDArray apply(Pass pass, NDArray x) {
    NDArray h = configuration.activation().apply(pass.operations(), inner.apply(pass, x));
    return outer.apply(pass, h);
  }
}
