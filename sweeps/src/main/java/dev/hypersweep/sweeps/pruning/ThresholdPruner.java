package dev.hypersweep.sweeps.pruning;

import java.util.Optional;

/**
 * Ends a trial whose loss leaves a range that people have set; NaN is outside any.
 *
 * @param lower least loss; negative infinity for none
 * @param upper greatest loss; infinity for none
 * @param warmup steps before this one are not looked at
 */
public record ThresholdPruner(double lower, double upper, long warmup) implements Pruner {

  /** Checks the range. */
  public ThresholdPruner {
    if (!(lower < upper) || warmup < 0) {
      throw new IllegalArgumentException(
          "lower lies below upper, warmup is 0 or more: " + lower + ", " + upper + ", " + warmup);
    }
  }

  @Override
  public Optional<Bound> reported(Ledger ledger, int trial, long step) {
    double loss = ledger.reports(trial).get(step)[0];
    boolean hopeless = step >= warmup && !(loss >= lower && loss <= upper);
    return hopeless ? Optional.of(Bound.alone(loss < lower ? lower : upper)) : Optional.empty();
  }
}
