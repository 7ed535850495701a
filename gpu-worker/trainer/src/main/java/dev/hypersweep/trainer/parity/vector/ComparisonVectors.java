package dev.hypersweep.trainer.parity.vector;

import dev.hypersweep.statistics.Correction;
import dev.hypersweep.statistics.EffectSizes;
import dev.hypersweep.statistics.Interval;
import dev.hypersweep.statistics.TTest;
import dev.hypersweep.statistics.nonparametric.Friedman;
import dev.hypersweep.statistics.nonparametric.MannWhitney;
import dev.hypersweep.statistics.nonparametric.Nemenyi;
import dev.hypersweep.statistics.nonparametric.TwoSamplePermutation;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Tests and effects of independent samples, of many methods, and of many tests at once. */
final class ComparisonVectors {

  private ComparisonVectors() {}

  static Map<String, Evaluator> all() {
    return Map.of(
        "test.t_welch", ComparisonVectors::welch,
        "effect.two_samples", ComparisonVectors::effects,
        "test.permutation_two_samples", ComparisonVectors::permutation,
        "test.friedman_nemenyi", ComparisonVectors::friedman,
        "multiple.adjust", ComparisonVectors::adjust);
  }

  private static Object welch(Input input) {
    TTest test = TTest.welch(input.numbers("a"), input.numbers("b"));
    Interval interval =
        test.difference().interval(0.95).orElse(new Interval(Double.NaN, Double.NaN));
    return Map.of(
        "t", test.t(),
        "df", test.difference().degreesOfFreedom(),
        "p", test.p(),
        "low_95", interval.low(),
        "high_95", interval.high());
  }

  private static Object effects(Input input) {
    double[] a = input.numbers("a");
    double[] b = input.numbers("b");
    MannWhitney test = MannWhitney.of(a, b);
    return Map.of(
        "cohens_d", EffectSizes.cohensD(a, b),
        "hedges_g", EffectSizes.hedgesG(a, b),
        "hedges_g_approximate", EffectSizes.hedgesGApproximate(a, b),
        "cliffs_delta", EffectSizes.cliffsDelta(a, b),
        "probability_a_above_b", EffectSizes.probabilityOfSuperiority(a, b),
        "mann_whitney_u", test.u(),
        "mann_whitney_p_normal_corrected", test.p());
  }

  private static Object permutation(Input input) {
    TwoSamplePermutation test = TwoSamplePermutation.exact(input.numbers("a"), input.numbers("b"));
    return Map.of(
        "splits", test.splits(),
        "mean_difference", test.meanDifference(),
        "p", test.p(),
        "p_greater", test.pGreater());
  }

  private static Object friedman(Input input) {
    Friedman test = Friedman.of(input.numberRows("scores"), input.flag("higher_is_better", true));
    Nemenyi pairs = Nemenyi.of(test, input.number("alpha", 0.05));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("mean_ranks", test.meanRanks());
    all.put("chi2", test.chiSquared());
    all.put("p", test.p());
    all.put("kendall_w", test.kendallW());
    all.put("iman_davenport_f", test.imanDavenportF());
    all.put("iman_davenport_p", test.imanDavenportP());
    all.put("q", pairs.q());
    all.put("critical_difference", pairs.criticalDifference());
    all.put("nemenyi_p", pairs.p());
    all.put("different", pairs.different());
    return all;
  }

  private static Object adjust(Input input) {
    double[] p = input.numbers("p");
    double alpha = input.number("alpha", 0.05);
    Map<String, Object> all = new LinkedHashMap<>();
    for (Correction correction : Correction.values()) {
      all.put(
          correction.name().toLowerCase(Locale.ROOT),
          Map.of("adjusted", correction.adjusted(p), "reject", correction.rejected(alpha, p)));
    }
    return all;
  }
}
