package dev.hypersweep.sweeps.pruning;

import java.util.NavigableMap;
import java.util.Optional;

/**
 * Ends a trial that has stopped improving: none of its last {@code patience} reports lies more than
 * {@code delta} below the best one before them. Around another rule it makes that rule wait: both
 * must find the trial hopeless.
 *
 * @param patience reports without improvement, 1 or more
 * @param delta smaller improvements are none, 0 or more
 * @param other asked too, or null
 */
public record PatiencePruner(int patience, double delta, Pruner other) implements Pruner {

  /** Checks the ranges. */
  public PatiencePruner {
    if (patience < 1 || !(delta >= 0)) {
      throw new IllegalArgumentException(
          "patience is 1 or more and delta 0 or more: " + patience + ", " + delta);
    }
  }

  @Override
  public Optional<Bound> reported(Ledger ledger, int trial, long step) {
    Optional<Bound> stalled = stalled(ledger.reports(trial));
    if (other == null) {
      return stalled;
    }
    return other.reported(ledger, trial, step).filter(any -> stalled.isPresent());
  }

  /** The best before the last reports, if none of these has improved it. */
  private Optional<Bound> stalled(NavigableMap<Long, double[]> reports) {
    if (reports.size() <= patience) {
      return Optional.empty();
    }
    double recent = Double.POSITIVE_INFINITY;
    double before = Double.POSITIVE_INFINITY;
    int seen = 0;
    for (double[] losses : reports.descendingMap().values()) {
      // NaN improves nothing.
      double loss = Double.isNaN(losses[0]) ? Double.POSITIVE_INFINITY : losses[0];
      if (seen++ < patience) {
        recent = Math.min(recent, loss);
      } else {
        before = Math.min(before, loss);
      }
    }
    return recent < before - delta ? Optional.empty() : Optional.of(Bound.alone(before));
  }

  @Override
  public void ended(Ledger ledger, int trial) {
    if (other != null) {
      other.ended(ledger, trial);
    }
  }
}
