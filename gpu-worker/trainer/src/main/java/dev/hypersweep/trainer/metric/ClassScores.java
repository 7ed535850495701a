package dev.hypersweep.trainer.metric;

/**
 * How well a class, or several, were found; 0/0 is 0.
 *
 * @param precision share of right ones among those predicted
 * @param recall share of those found among the gold ones
 * @param f1 their harmonic mean, or a mean of such means
 */
public record ClassScores(double precision, double recall, double f1) {

  /**
   * From counts.
   *
   * @param right predicted and gold
   * @param predicted all that were predicted
   * @param gold all that should have been
   */
  public static ClassScores of(long right, long predicted, long gold) {
    return new ClassScores(
        share(right, predicted), share(right, gold), share(2 * right, predicted + gold));
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
