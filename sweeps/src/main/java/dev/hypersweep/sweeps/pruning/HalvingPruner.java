package dev.hypersweep.sweeps.pruning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asynchronous successive halving in its stopping form (L. Li et al., A System for Massively
 * Parallel Hyperparameter Tuning, 2020, section 3.2): a trial that reaches a rung goes on if it is
 * among the best {@code 1 / reduction} of those that have reached it so far, itself included. While
 * these are too few to be divided, the best of them goes on.
 *
 * <p>A trial stands at a rung with its first report at or beyond the rung's step. NaN is worse than
 * any number.
 */
public final class HalvingPruner implements Pruner {

  private final Rungs rungs;
  private final List<Ranked> standing = new ArrayList<>();
  private final Map<Integer, Integer> next = new HashMap<>();

  /** A rule on these rungs. */
  public HalvingPruner(Rungs rungs) {
    this.rungs = rungs;
  }

  @Override
  public Optional<Bound> reported(Ledger ledger, int trial, long step) {
    double loss = ledger.reports(trial).get(step)[0];
    int rung = next.getOrDefault(trial, 0);
    // One report may pass several rungs.
    while (step >= rungs.step(rung)) {
      next.put(trial, rung + 1);
      Optional<Bound> bound = bound(rung, loss);
      if (bound.isPresent()) {
        return bound;
      }
      rung++;
    }
    return Optional.empty();
  }

  /** Empty if it is among the best. */
  private Optional<Bound> bound(int rung, double loss) {
    while (standing.size() <= rung) {
      standing.add(new Ranked());
    }
    Ranked others = standing.get(rung);
    others.add(loss);
    int promoted = Math.max(1, (int) (others.size() / rungs.reduction()));
    double bound = others.at(promoted - 1);
    return loss <= bound
        ? Optional.empty()
        : Optional.of(new Bound(bound, others.below(loss), others.size() - 1));
  }

  @Override
  public void ended(Ledger ledger, int trial) {
    next.remove(trial);
  }
}
