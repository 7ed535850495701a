package dev.hypersweep.sweeps.pruning;

import dev.hypersweep.sweeps.sampling.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hyperband (L. Li et al., Hyperband: A Novel Bandit-Based Approach to Hyperparameter Optimization,
 * 2018): several successive halvings that begin to compare earlier and later, for nobody knows how
 * telling early steps are. Each trial belongs to one bracket, drawn by the seed and its number with
 * the shares in which Hyperband divides trials; it is compared inside it alone.
 */
public final class HyperbandPruner implements Pruner {

  private final Rungs rungs;
  private final long seed;
  private final List<HalvingPruner> brackets = new ArrayList<>();
  private double[] trials = {};
  private double total;

  /**
   * A rule.
   *
   * @param rungs of the bracket that begins earliest
   * @param greatest step of a whole trial; the last bracket compares nobody before it. 0: that of
   *     the first completed trial, before which nobody is compared
   * @param seed of the sweep
   */
  public HyperbandPruner(Rungs rungs, long greatest, long seed) {
    this.rungs = rungs;
    this.seed = seed;
    if (greatest != 0) {
      divide(greatest);
    }
  }

  private void divide(long greatest) {
    if (greatest < rungs.least()) {
      throw new IllegalArgumentException(
          "the greatest step " + greatest + " is below the lowest rung " + rungs.least());
    }
    int highest = 0;
    while (rungs.step(highest + 1) <= greatest) {
      highest++;
    }
    trials = new double[highest + 1];
    for (int first = 0; first <= highest; first++) {
      brackets.add(new HalvingPruner(new Rungs(rungs.step(first), rungs.reduction())));
      int later = highest - first;
      trials[first] =
          Math.ceil((highest + 1) * StrictMath.pow(rungs.reduction(), later) / (later + 1));
      total += trials[first];
    }
  }

  /** The bracket of a trial: its comparisons begin at the rung of this number. */
  public int bracket(int trial) {
    return Draws.of(seed, "hyperband", trial).weighted(trials, total);
  }

  @Override
  public Optional<Bound> reported(Ledger ledger, int trial, long step) {
    return brackets.isEmpty()
        ? Optional.empty()
        : brackets.get(bracket(trial)).reported(ledger, trial, step);
  }

  @Override
  public void ended(Ledger ledger, int trial) {
    if (!brackets.isEmpty()) {
      brackets.get(bracket(trial)).ended(ledger, trial);
    } else if (ledger.outcome(trial) == Outcome.COMPLETED && !ledger.reports(trial).isEmpty()) {
      divide(Math.max(rungs.least(), ledger.reports(trial).lastKey()));
    }
  }
}
