package dev.hypersweep.trainer.generation;

/** Forbids tokens as the next one of a sequence. */
@FunctionalInterface
interface TokenRule {

  /**
   * Sets the scores of forbidden tokens to minus infinity.
   *
   * @param sequence what stands so far, prompt or start token included
   * @param scores [V], logits or log-probabilities
   */
  void apply(long[] sequence, double[] scores);
}
