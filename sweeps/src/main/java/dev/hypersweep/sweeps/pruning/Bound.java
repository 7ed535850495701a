package dev.hypersweep.sweeps.pruning;

/**
 * Against what a pruner found a trial hopeless.
 *
 * @param loss that it should not have been above; NaN if no number says it: several objectives, or
 *     a value that is not a number
 * @param better of those that it was compared with, how many stand before it
 * @param of trials, itself not among them, or in a race common cells, that it was compared with; 0
 *     if it was judged alone
 */
public record Bound(double loss, int better, int of) {

  /** Of a trial that was judged by its own reports. */
  static Bound alone(double loss) {
    return new Bound(loss, 0, 0);
  }
}
