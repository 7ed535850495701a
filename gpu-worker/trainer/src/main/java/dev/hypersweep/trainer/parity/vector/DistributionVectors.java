package dev.hypersweep.trainer.parity.vector;

import java.util.Arrays;
import java.util.Map;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** {@code distribution.*}: the distributions beneath intervals and tests. */
final class DistributionVectors {

  private DistributionVectors() {}

  static Map<String, Evaluator> all() {
    return Map.of(
        "distribution.t", DistributionVectors::t, "distribution.other", DistributionVectors::other);
  }

  private static Object t(Input input) {
    TDistribution t = TDistribution.of(input.number("df"));
    return Map.of(
        "quantiles", quantiles(t, input.numbers("p")),
        "cdf", Arrays.stream(input.numbers("x")).map(t::cumulativeProbability).toArray());
  }

  private static Object other(Input input) {
    double df = input.number("df");
    double df2 = input.number("df2");
    double[] p = input.numbers("p");
    double[] x = input.numbers("x");
    ChiSquaredDistribution chiSquared = ChiSquaredDistribution.of(df);
    FDistribution f = FDistribution.of(df, df2);
    return Map.of(
        "chi2_quantiles", quantiles(chiSquared, p),
        "chi2_sf", Arrays.stream(x).map(chiSquared::survivalProbability).toArray(),
        "f_sf", Arrays.stream(x).map(f::survivalProbability).toArray(),
        "beta_quantiles", quantiles(BetaDistribution.of(df, df2), p));
  }

  private static double[] quantiles(ContinuousDistribution distribution, double[] p) {
    return Arrays.stream(p).map(distribution::inverseCumulativeProbability).toArray();
  }
}
