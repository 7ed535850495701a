package dev.hypersweep.trainer.generation;

/**
 * No end of sequence before {@code length} tokens stand, prompt or start token included.
 *
 * @param ends token numbers that end a sequence
 */
record MinimumLength(int length, int[] ends) implements TokenRule {

  @Override
  public void apply(long[] sequence, double[] scores) {
    if (sequence.length < length) {
      for (int end : ends) {
        scores[end] = Double.NEGATIVE_INFINITY;
      }
    }
  }
}
