package dev.hypersweep.sweeps.pruning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Racing over datasets and seeds (O. Maron and A. Moore, Hoeffding Races, 1994; M. Birattari et
 * al., A Racing Algorithm for Configuring Metaheuristics, 2002): a trial takes no further cells
 * when a paired test on the cells that it has in common with the incumbent says that it is worse.
 * The incumbent is the completed trial with the lowest loss, the earlier one of equals.
 *
 * <p>A report's step is the number of its cell. A cell that either of them could not measure (NaN)
 * is not common. The tests are made after every cell, so that a trial's chance of a wrong end is
 * above the level of one look.
 */
public final class RacingPruner implements Pruner {

  private final PairedTest test;
  private final Map<Integer, double[]> differences = new HashMap<>();
  private int incumbent = -1;

  /** A race decided by this test. */
  public RacingPruner(PairedTest test) {
    this.test = test;
  }

  @Override
  public Optional<Bound> reported(Ledger ledger, int trial, long cell) {
    if (incumbent < 0) {
      return Optional.empty();
    }
    double[][] cells = CommonCells.of(ledger.reports(trial), List.of(ledger.reports(incumbent)));
    double[] common = CommonCells.differences(cells);
    differences.put(trial, common);
    return common.length > 0 && test.isWorse(common)
        ? Optional.of(CommonCells.bound(cells))
        : Optional.empty();
  }

  @Override
  public void ended(Ledger ledger, int trial) {
    double[] last = differences.remove(trial);
    if (last != null && last.length > 0) {
      test.learn(last);
    }
    if (ledger.outcome(trial) == Outcome.COMPLETED
        && (incumbent < 0 || better(ledger, trial, incumbent))) {
      incumbent = trial;
    }
  }

  private static boolean better(Ledger ledger, int one, int other) {
    double mine = ledger.losses(one)[0];
    double theirs = ledger.losses(other)[0];
    // By number, not by the order in which they happened to end.
    return mine < theirs || mine == theirs && one < other;
  }
}
