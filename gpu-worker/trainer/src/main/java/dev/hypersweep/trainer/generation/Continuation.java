package dev.hypersweep.trainer.generation;

/**
 * A batch of sequences that a model goes on with. It remembers what it has read, in a key-value
 * cache or as token numbers: both give the same logits. A decoder's reads the prompts first; that
 * of an encoder-decoder has read the source already and begins with the start token.
 */
public interface Continuation extends AutoCloseable {

  /**
   * Appends tokens to every row and tells what follows.
   *
   * @param tokens [rows][m], the same m for all rows
   * @return logits [rows][V] of the token after the last one
   */
  double[][] next(long[][] tokens);

  /**
   * Rebuilds the batch: row i goes on from what row {@code rows[i]} has read. Rows may be repeated
   * or left out, and their number may change.
   */
  void select(int[] rows);

  /** Frees what it remembers. */
  @Override
  void close();
}
