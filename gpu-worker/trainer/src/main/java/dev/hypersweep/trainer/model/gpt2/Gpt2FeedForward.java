package dev.hypersweep.trainer.model.gpt2;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.model.FeedForwardLayer;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.gate.Sequences;
import dev.hypersweep.trainer.nn.Linear;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/** W2 f(W1 x + b1) + b2: [n, d] -> [n, f] -> [n, d]. */
final class Gpt2FeedForward implements FeedForwardLayer {

  private final Linear inner;
  private final Linear outer;
  private final Gpt2Configuration configuration;

  Gpt2FeedForward(Parameters parameters, String name, Gpt2Configuration c) {
    int d = c.width();
    int f = c.innerWidth();
    inner = new Linear(parameters, name + ".c_fc", d, f, c.initialiser(), true, Layout.IN_OUT);
    outer =
        new Linear(
            parameters, name + ".c_proj", f, d, c.residualInitialiser(), true, Layout.IN_OUT);
    configuration = c;
  }

  @Override
  public SparseLayer.Output apply(Pass pass, NDArray x, Sequences sequences) {
    NDArray h = configuration.activation().apply(pass.operations(), inner.apply(pass, x));
    return new SparseLayer.Output(outer.apply(pass, h), null);
  }
}
