package dev.hypersweep.sweeps.simulation;

/**
 * What a run would report if it ran to its end.
 *
 * @param steps at which it reports, ascending from 1 or more; the last one is its end
 * @param losses at each; NaN where it was not a number
 * @param seconds that the whole run takes, above 0
 */
public record Curve(long[] steps, double[] losses, double seconds) {

  /** Checks the lengths. */
  public Curve {
    if (steps.length == 0 || steps.length != losses.length) {
      throw new IllegalArgumentException(
          "a curve of " + steps.length + " steps and " + losses.length + " losses");
    }
    if (!(seconds > 0 && seconds < 1e12)) {
      throw new IllegalArgumentException("a run takes more than 0 seconds, not " + seconds);
    }
  }

  /** Index of the first report at or after a step; the last one if there is none. */
  int reportAt(long step) {
    int at = 0;
    while (at < steps.length - 1 && steps[at] < step) {
      at++;
    }
    return at;
  }

  /** The loss at the end. */
  double last() {
    return losses[losses.length - 1];
  }
}
