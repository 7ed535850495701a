package dev.hypersweep.sweeps.pruning;

import java.util.NavigableMap;
import java.util.Optional;

/**
 * Ends a trial that diverges: its loss is not a finite number, or its last {@code reports} losses
 * all lie above its best by more than {@code factor} times what it had gained since its first one
 * (or, if it never gained, above its first by {@code factor} times that one's size).
 *
 * @param factor 0 or more; 1: all that was learned is lost again
 * @param reports in a row, 1 or more: one spike is no divergence
 */
public record DivergencePruner(double factor, int reports) implements Pruner {

  /** Checks the ranges. */
  public DivergencePruner {
    if (!(factor >= 0) || reports < 1) {
      throw new IllegalArgumentException(
          "factor is 0 or more and reports 1 or more: " + factor + ", " + reports);
    }
  }

  @Override
  public Optional<Bound> reported(Ledger ledger, int trial, long step) {
    NavigableMap<Long, double[]> all = ledger.reports(trial);
    for (double loss : all.get(step)) {
      if (!Double.isFinite(loss)) {
        return Optional.of(Bound.alone(Double.NaN));
      }
    }
    if (all.size() <= reports) {
      return Optional.empty();
    }
    double first = all.firstEntry().getValue()[0];
    double best = all.values().stream().mapToDouble(losses -> losses[0]).min().orElseThrow();
    double gained = first - best;
    double bound = best + factor * (gained > 0 ? gained : Math.abs(first));
    boolean away =
        all.descendingMap().values().stream().limit(reports).allMatch(losses -> losses[0] > bound);
    return away ? Optional.of(Bound.alone(bound)) : Optional.empty();
  }
}
