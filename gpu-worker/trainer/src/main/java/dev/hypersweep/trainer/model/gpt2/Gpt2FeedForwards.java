package dev.hypersweep.trainer.model.gpt2;

import dev.hypersweep.trainer.model.FeedForwardLayer;
import dev.hypersweep.trainer.moe.gate.RouterObjective;
import dev.hypersweep.trainer.nn.Parameters;

/** Makes the second half of each block. */
@FunctionalInterface
public interface Gpt2FeedForwards {

  /**
   * @param name of the layer, {@code transformer.h.0.mlp} for example
   * @param block from 0
   */
  FeedForwardLayer of(Parameters parameters, String name, int block);

  /** What the routers add to the loss. */
  default RouterObjective objective() {
    return RouterObjective.NONE;
  }

  /** Parameters of experts that a token is not sent to, in all blocks together. */
  default long idleSize() {
    return 0;
  }

  /** One network for every token. */
  static Gpt2FeedForwards dense(Gpt2Configuration c) {
    return (parameters, name, block) -> new Gpt2FeedForward(parameters, name, c);
  }
}
