package dev.hypersweep.sweeps.matrix;

/**
 * The objective of a trial and what it rests on.
 *
 * @param value in the metric's own direction, or a mean rank; NaN if there is none
 * @param loss the same, to be minimised
 * @param counted runs that were measured
 * @param missing runs that were not made
 * @param failed runs that failed
 */
public record Score(double value, double loss, int counted, int missing, int failed) {

  /** Whether the trial has an objective. */
  public boolean exists() {
    return !Double.isNaN(value);
  }

  /** Whether every run of it was measured. */
  public boolean isWhole() {
    return missing + failed == 0;
  }

  /** What it rests on, in words; for example "58 of 60 runs, 1 failed, 1 missing". */
  public String words() {
    int all = counted + missing + failed;
    String text =
        isWhole() ? all + (all == 1 ? " run" : " runs") : counted + " of " + all + " runs";
    text += failed == 0 ? "" : ", " + failed + " failed";
    return text + (missing == 0 ? "" : ", " + missing + " missing");
  }
}
