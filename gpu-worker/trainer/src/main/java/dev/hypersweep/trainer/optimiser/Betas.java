package dev.hypersweep.trainer.optimiser;

/**
 * The constants of Adam (Kingma and Ba 2015).
 *
 * @param first share of the old mean of gradients that stays, 0 to below 1
 * @param second the same of squares
 * @param epsilon keeps the division finite
 */
public record Betas(double first, double second, double epsilon) {

  /** 0.9, 0.999 and 1e-8. */
  public static final Betas STANDARD = new Betas(0.9, 0.999, 1e-8);

  /** 1 - beta1^s: how much of the first moment is there after s steps. */
  double firstCorrection(long step) {
    return 1 - StrictMath.pow(first, step);
  }

  /** sqrt(1 - beta2^s). */
  double rootCorrection(long step) {
    return Math.sqrt(1 - StrictMath.pow(second, step));
  }
}
