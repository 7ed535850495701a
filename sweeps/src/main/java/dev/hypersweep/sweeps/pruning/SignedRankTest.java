package dev.hypersweep.sweeps.pruning;

import dev.hypersweep.statistics.nonparametric.WilcoxonSignedRank;
import dev.hypersweep.statistics.nonparametric.WilcoxonSignedRank.Zeros;
import java.util.Arrays;

/**
 * Wilcoxon's signed-rank test, exact and one-sided. Below {@code log2(1 / level)} cells it cannot
 * reach its level and is not asked. It assumes nothing of the cells' spread, and so it needs four
 * cells at least at a level of 0.1, however bad a trial is.
 *
 * @param level chance to call a trial worse that is as good, at one look
 */
public record SignedRankTest(double level) implements PairedTest {

  /** Checks the level. */
  public SignedRankTest {
    Levels.check(level);
  }

  @Override
  public boolean isWorse(double[] differences) {
    if (StrictMath.scalb(1.0, -Math.min(differences.length, 1000)) > level) {
      return false;
    }
    WilcoxonSignedRank test = WilcoxonSignedRank.of(differences, Zeros.PRATT);
    double p =
        differences.length <= WilcoxonSignedRank.EXACT_LIMIT ? test.pExact() : test.pNormal(true);
    // A trial whose mean is no worse goes on whatever its ranks say: the mean is what counts.
    return test.wPlus() > test.wMinus() && p / 2 <= level && Arrays.stream(differences).sum() > 0;
  }
}
