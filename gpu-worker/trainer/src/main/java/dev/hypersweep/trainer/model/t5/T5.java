package dev.hypersweep.trainer.model.t5;

import dev.hypersweep.trainer.moe.gate.RouterObjective;
import dev.hypersweep.trainer.nn.Parameters;

/** Makes a T5: an encoder-decoder with one feed-forward network per block. */
public final class T5 {

  private T5() {}

  /** Enters the parameters under the names of Hugging Face's checkpoints. */
  public static EncoderDecoder of(Parameters parameters, T5Configuration c) {
    T5FeedForward.Maker dense =
        (register, name, block) -> new DenseFeedForward(register, name + ".DenseReluDense", c);
    return new EncoderDecoder(parameters, c, dense, dense, RouterObjective.NONE);
  }
}
