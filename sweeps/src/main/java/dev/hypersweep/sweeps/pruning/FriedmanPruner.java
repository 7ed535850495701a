package dev.hypersweep.sweeps.pruning;

import dev.hypersweep.statistics.Ranks;
import dev.hypersweep.statistics.nonparametric.Friedman;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * F-Race (M. Birattari et al., A Racing Algorithm for Configuring Metaheuristics, 2002): the trial
 * and the best completed ones are ranked cell by cell. When Friedman's test finds that they differ,
 * and W. J. Conover's comparison of ranks (Practical Nonparametric Statistics, 3rd edition, 1999,
 * section 5.8) finds the trial worse than the best of them, it takes no further cells.
 *
 * <p>A report's step is the number of its cell; cells that one of them did not measure do not
 * count. With one rival the comparison is Wilcoxon's, as in F-Race.
 */
public final class FriedmanPruner implements Pruner {

  private final double level;
  private final int rivals;
  private final SignedRankTest pair;
  private final List<Integer> best = new ArrayList<>();

  /**
   * A race.
   *
   * @param level of both tests
   * @param rivals how many of the best completed trials it is ranked with, 1 or more
   */
  public FriedmanPruner(double level, int rivals) {
    if (rivals < 1) {
      throw new IllegalArgumentException("rivals is 1 or more, not " + rivals);
    }
    this.level = level;
    this.rivals = rivals;
    this.pair = new SignedRankTest(level);
  }

  @Override
  public Optional<Bound> reported(Ledger ledger, int trial, long cell) {
    if (best.isEmpty()) {
      return Optional.empty();
    }
    double[][] cells =
        CommonCells.of(ledger.reports(trial), best.stream().map(ledger::reports).toList());
    return cells.length > 1 && isWorse(cells)
        ? Optional.of(CommonCells.bound(cells))
        : Optional.empty();
  }

  private boolean isWorse(double[][] cells) {
    if (cells[0].length == 2) {
      return pair.isWorse(CommonCells.differences(cells));
    }
    Friedman friedman = Friedman.of(cells, false);
    return friedman.p() <= level && isWorse(cells, friedman);
  }

  private boolean isWorse(double[][] cells, Friedman friedman) {
    int n = cells.length;
    int k = friedman.methods();
    double[] mean = friedman.meanRanks();
    double lowest = mean[1];
    for (int i = 2; i < k; i++) {
      lowest = Math.min(lowest, mean[i]);
    }
    double squares = 0;
    for (double[] row : cells) {
      for (double rank : Ranks.ascending(row)) {
        squares += rank * rank;
      }
    }
    double between = 0;
    for (double rank : mean) {
      between += n * rank * n * rank;
    }
    // Of rank sums, on (n - 1)(k - 1) degrees of freedom; zero if all cells agree.
    double freedom = (n - 1.0) * (k - 1);
    double error = Math.sqrt(Math.max(0, 2 * (n * squares - between) / freedom));
    double difference = n * (mean[0] - lowest);
    double critical = TDistribution.of(freedom).inverseSurvivalProbability(level / 2);
    return difference > 0 && difference > critical * error;
  }

  @Override
  public void ended(Ledger ledger, int trial) {
    if (ledger.outcome(trial) == Outcome.COMPLETED) {
      best.add(trial);
      best.sort(
          Comparator.comparingDouble((Integer one) -> ledger.losses(one)[0])
              .thenComparingInt(one -> one));
      if (best.size() > rivals) {
        best.remove(rivals);
      }
    }
  }
}
