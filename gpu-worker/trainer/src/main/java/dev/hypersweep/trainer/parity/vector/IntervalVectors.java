package dev.hypersweep.trainer.parity.vector;

import dev.hypersweep.statistics.Estimate;
import dev.hypersweep.statistics.Interval;
import dev.hypersweep.statistics.Location;
import dev.hypersweep.statistics.Proportion;
import dev.hypersweep.statistics.Sample;
import dev.hypersweep.statistics.bootstrap.BiasCorrectedAccelerated;
import dev.hypersweep.statistics.bootstrap.Bootstrap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.statistics.distribution.TDistribution;

/** {@code interval.*}: intervals of means, shares and bootstrapped statistics. */
final class IntervalVectors {

  private static final Interval UNDEFINED = new Interval(Double.NaN, Double.NaN);
  private static final int SHOWN_REPLICATES = 10;

  private IntervalVectors() {}

  static Map<String, Evaluator> all() {
    return Map.of(
        "interval.t_mean", IntervalVectors::mean,
        "interval.proportion", IntervalVectors::proportion,
        "interval.bootstrap", IntervalVectors::bootstrap);
  }

  private static Object mean(Input input) {
    Sample sample = Sample.of(input.numbers("values"));
    double confidence = input.number("confidence", 0.95);
    Estimate estimate = sample.estimate();
    Interval interval = estimate.interval(confidence).orElse(UNDEFINED);
    double quantile =
        sample.n() == 1
            ? Double.NaN
            : TDistribution.of(sample.n() - 1.0).inverseSurvivalProbability((1 - confidence) / 2);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("n", sample.n());
    all.put("mean", sample.mean());
    all.put("sd", sample.standardDeviation());
    all.put("standard_error", Math.sqrt(estimate.squaredError()));
    all.put("t_quantile", quantile);
    all.put("half_width", quantile * Math.sqrt(estimate.squaredError()));
    all.put("low", interval.low());
    all.put("high", interval.high());
    return all;
  }

  private static Object proportion(Input input) {
    Proportion proportion =
        new Proportion(
            Math.toIntExact(input.whole("successes")), Math.toIntExact(input.whole("n")));
    double confidence = input.number("confidence", 0.95);
    return Map.of(
        "wilson", proportion.wilson(confidence),
        "clopper_pearson", proportion.clopperPearson(confidence),
        "wald", proportion.wald(confidence),
        "agresti_coull", proportion.agrestiCoull(confidence));
  }

  private static Object bootstrap(Input input) {
    double[] values = input.numbers("values");
    double confidence = input.number("confidence", 0.95);
    String name = input.text("statistic");
    Location statistic =
        Location.named(name)
            .orElseThrow(() -> new IllegalArgumentException("statistic unknown: " + name));
    Bootstrap bootstrap =
        Bootstrap.of(values, statistic, Indices.rows(input.json().path("indices")));
    BiasCorrectedAccelerated bca =
        BiasCorrectedAccelerated.of(values, statistic, bootstrap, confidence);
    Map<String, Object> corrected = new LinkedHashMap<>();
    corrected.put("below", bca.below());
    corrected.put("equal", bca.equal());
    corrected.put("z0", bca.z0());
    corrected.put("acceleration", bca.acceleration());
    corrected.put("alpha_low", bca.alphaLow());
    corrected.put("alpha_high", bca.alphaHigh());
    corrected.put("low", bca.interval().low());
    corrected.put("high", bca.interval().high());
    return Map.of(
        "estimate", bootstrap.estimate(),
        "standard_error", bootstrap.standardError(),
        "percentile", bootstrap.percentile(confidence),
        "basic", bootstrap.basic(confidence),
        "resample_statistics_first_10", first(bootstrap.replicates()),
        "bca", corrected);
  }

  /** The first ten replicates, or all if there are fewer. */
  static double[] first(double[] replicates) {
    return Arrays.copyOf(replicates, Math.min(SHOWN_REPLICATES, replicates.length));
  }
}
