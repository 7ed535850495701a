package dev.hypersweep.sweeps.pruning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The one-sided paired t-test with a variance that is pooled over all trials of the sweep: how much
 * a cell's difference varies around a trial's mean difference is much the same for all trials, and
 * after some trials it is known so well that one or two cells can tell a bad trial. Degrees of
 * freedom are those of the pool, so that it is careful while little is known; with none it is not
 * asked.
 *
 * <p>Trials whose own variance is more than {@value #OUTLIER} times the median one (they diverge on
 * some cells) are left out of the pool. An infinite difference is worse than any.
 */
public final class PooledTest implements PairedTest {

  private static final double OUTLIER = 10;

  private record Spread(double squares, int freedom) {
    static Spread of(double[] differences) {
      double mean = Arrays.stream(differences).average().orElse(Double.NaN);
      double squares = Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
      return new Spread(squares, differences.length - 1);
    }

    double variance() {
      return squares / freedom;
    }
  }

  private final double level;
  private final List<Spread> learned = new ArrayList<>();
  private final Ranked variances = new Ranked();
  private double squares;
  private int freedom;

  /**
   * A test that has learned nothing yet.
   *
   * @param level chance to call a trial worse that is as good, at one look
   */
  public PooledTest(double level) {
    Levels.check(level);
    this.level = level;
  }

  @Override
  public boolean isWorse(double[] differences) {
    double mean = Arrays.stream(differences).sum() / differences.length;
    if (!(mean > 0)) {
      return false;
    }
    if (Double.isInfinite(mean)) {
      return true;
    }
    Spread own = Spread.of(differences);
    int known = freedom + own.freedom();
    if (known == 0) {
      return false;
    }
    double variance = (squares + own.squares()) / known;
    double statistic = mean / Math.sqrt(variance / differences.length);
    return TDistribution.of(known).survivalProbability(statistic) <= level;
  }

  @Override
  public void learn(double[] differences) {
    Spread spread = Spread.of(differences);
    if (spread.freedom() < 1 || !Double.isFinite(spread.squares())) {
      return;
    }
    learned.add(spread);
    variances.add(spread.variance());
    // The lower median: of two trials, one may be the outlier.
    double most = OUTLIER * variances.at((variances.size() - 1) / 2);
    squares = 0;
    freedom = 0;
    for (Spread one : learned) {
      if (one.variance() <= most) {
        squares += one.squares();
        freedom += one.freedom();
      }
    }
  }
}
