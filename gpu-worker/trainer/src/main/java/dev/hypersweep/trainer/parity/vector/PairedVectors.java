package dev.hypersweep.trainer.parity.vector;

import dev.hypersweep.statistics.EffectSizes;
import dev.hypersweep.statistics.Interval;
import dev.hypersweep.statistics.PairedTPower;
import dev.hypersweep.statistics.TTest;
import dev.hypersweep.statistics.nonparametric.McNemar;
import dev.hypersweep.statistics.nonparametric.PairedPermutation;
import dev.hypersweep.statistics.nonparametric.SignTest;
import dev.hypersweep.statistics.nonparametric.WilcoxonSignedRank;
import dev.hypersweep.statistics.nonparametric.WilcoxonSignedRank.Zeros;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tests, effects and power of paired values. */
final class PairedVectors {

  private PairedVectors() {}

  static Map<String, Evaluator> all() {
    return Map.of(
        "test.t_paired", PairedVectors::t,
        "effect.paired", PairedVectors::effect,
        "test.wilcoxon_signed_rank", PairedVectors::wilcoxon,
        "test.sign", PairedVectors::sign,
        "test.permutation_paired", PairedVectors::permutation,
        "test.mcnemar", PairedVectors::mcNemar,
        "power.paired_t", PairedVectors::power);
  }

  private static Object t(Input input) {
    double[] a = input.numbers("a");
    double[] b = input.numbers("b");
    TTest test = TTest.paired(a, b);
    Interval interval =
        test.difference().interval(0.95).orElse(new Interval(Double.NaN, Double.NaN));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("mean_difference", test.difference().value());
    all.put("sd_difference", TTest.differences(a, b).standardDeviation());
    all.put("t", test.t());
    all.put("df", test.difference().degreesOfFreedom());
    all.put("p", test.p());
    all.put("p_greater", test.pGreater());
    all.put("low_95", interval.low());
    all.put("high_95", interval.high());
    return all;
  }

  private static Object effect(Input input) {
    return Map.of("cohens_dz", EffectSizes.cohensDz(input.numbers("a"), input.numbers("b")));
  }

  private static Object wilcoxon(Input input) {
    double[] differences = input.numbers("differences");
    return Map.of(
        "wilcox", shown(WilcoxonSignedRank.of(differences, Zeros.WILCOX)),
        "pratt", shown(WilcoxonSignedRank.of(differences, Zeros.PRATT)));
  }

  private static Map<String, Object> shown(WilcoxonSignedRank test) {
    return Map.of(
        "zeros", test.zeroDifferences(),
        "w_plus", test.wPlus(),
        "w_minus", test.wMinus(),
        "statistic", test.statistic(),
        "p_normal", test.pNormal(false),
        "p_normal_corrected", test.pNormal(true),
        "p_exact", test.pExact());
  }

  private static Object sign(Input input) {
    SignTest test = SignTest.of(input.numbers("differences"));
    return Map.of("plus", test.plus(), "minus", test.minus(), "ties", test.ties(), "p", test.p());
  }

  private static Object permutation(Input input) {
    PairedPermutation test = PairedPermutation.exact(input.numbers("differences"));
    return Map.of(
        "patterns", test.patterns(),
        "mean_difference", test.meanDifference(),
        "p", test.p(),
        "p_greater", test.pGreater());
  }

  private static Object mcNemar(Input input) {
    McNemar test =
        new McNemar(
            Math.toIntExact(input.whole("only_a_right")),
            Math.toIntExact(input.whole("only_b_right")));
    return Map.of(
        "p_exact", test.pExact(),
        "p_mid", test.pMid(),
        "chi2", test.chiSquared(),
        "p_chi2", McNemar.p(test.chiSquared()),
        "chi2_corrected", test.chiSquaredCorrected(),
        "p_chi2_corrected", McNemar.p(test.chiSquaredCorrected()));
  }

  private static Object power(Input input) {
    PairedTPower test = new PairedTPower(input.number("alpha"), input.flag("two_sided", true));
    int n = Math.toIntExact(input.whole("n"));
    double power = input.number("power");
    double effect = input.number("effect");
    double detectable = test.minimalDetectableEffect(n, power);
    return Map.of(
        "minimal_detectable_dz",
        detectable,
        "minimal_detectable_difference",
        detectable * input.number("sd_difference"),
        "power_at_effect",
        test.power(n, effect),
        "n_for_effect",
        test.pairsFor(effect, power));
  }
}
