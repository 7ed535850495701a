package dev.hypersweep.trainer.bench;

/**
 * How much is timed.
 *
 * @param rounds in which every process has its turn
 * @param steps of a turn, for each kind of work
 * @param warmUp turns that are not counted
 * @param losses steps whose losses are compared
 */
record Plan(int rounds, int steps, int warmUp, int losses) {

  /** Enough for a figure. */
  static final Plan FULL = new Plan(8, 3, 4, 5);

  /** Enough to see that everything runs. */
  static final Plan QUICK = new Plan(2, 2, 1, 3);
}
