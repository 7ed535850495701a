package dev.hypersweep.trainer.optimiser;

/**
 * The learning rate of Adafactor.
 *
 * @param kind where it comes from
 * @param scaled whether it is multiplied by the root mean square of each parameter, at least 1e-3
 *     (Shazeer and Stern 2018, section 8)
 */
public record AdafactorRate(Kind kind, boolean scaled) {

  /** Where the rate comes from. */
  public enum Kind {
    /** The scheduled one. */
    FIXED,
    /** min(1e-2, 1 / sqrt(s)), whatever is scheduled. */
    RELATIVE,
    /** min(1e-6 s, 1 / sqrt(s)): the same with a slow start. */
    RELATIVE_WARMUP
  }

  /** The rate of a step, from 1. */
  double at(double scheduled, long step) {
    return switch (kind) {
      case FIXED -> scheduled;
      case RELATIVE -> Math.min(1e-2, 1 / Math.sqrt(step));
      case RELATIVE_WARMUP -> Math.min(1e-6 * step, 1 / Math.sqrt(step));
    };
  }
}
