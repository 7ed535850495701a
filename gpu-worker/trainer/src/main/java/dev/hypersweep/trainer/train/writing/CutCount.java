package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.trainer.task.Truncated;

/** Counts what is cut off while texts become tokens. */
final class CutCount {

  private long examples;
  private long tokens;
  private long all;
  private boolean cut;

  /** A text of so many tokens was given room for at most so many. */
  void text(int whole, int most) {
    all += whole;
    if (whole > most) {
      tokens += whole - most;
      cut = true;
    }
  }

  /** All texts of an example have been told. */
  void example() {
    examples += cut ? 1 : 0;
    cut = false;
  }

  Truncated truncated() {
    return new Truncated(examples, tokens, all);
  }
}
