package dev.hypersweep.statistics.search;

/** The best trial so far, trial by trial. */
public final class Incumbents {

  /** What stands where there is no incumbent yet. */
  public static final int NONE = -1;

  private Incumbents() {}

  /**
   * After each score the position of the best one up to there, from 0. NaN is never the best; of
   * equal ones the first stays.
   *
   * @return {@link #NONE} as long as all were NaN
   */
  public static int[] of(double[] scores, boolean maximize) {
    int[] positions = new int[scores.length];
    int best = NONE;
    for (int i = 0; i < scores.length; i++) {
      boolean better =
          !Double.isNaN(scores[i])
              && (best == NONE || (maximize ? scores[i] > scores[best] : scores[i] < scores[best]));
      best = better ? i : best;
      positions[i] = best;
    }
    return positions;
  }
}
