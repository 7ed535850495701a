package dev.hypersweep.trainer.parity.vector;

import dev.hypersweep.statistics.Interval;
import dev.hypersweep.statistics.Location;
import dev.hypersweep.statistics.Quantiles;
import dev.hypersweep.statistics.Sample;
import dev.hypersweep.statistics.aggregate.ProbabilityOfImprovement;
import dev.hypersweep.statistics.aggregate.ScoreMatrix;
import dev.hypersweep.statistics.aggregate.StratifiedBootstrap;
import dev.hypersweep.statistics.bootstrap.Bootstrap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code summary.*} and {@code aggregate.*}: one number for many scores. */
final class AggregateVectors {

  private AggregateVectors() {}

  static Map<String, Evaluator> all() {
    return Map.of(
        "summary.quantiles", AggregateVectors::quantiles,
        "aggregate.scores", AggregateVectors::scores,
        "aggregate.performance_profile", AggregateVectors::profile,
        "aggregate.iqm_stratified_bootstrap", AggregateVectors::bootstrap,
        "aggregate.probability_of_improvement", AggregateVectors::improvement);
  }

  private static Object quantiles(Input input) {
    double[] values = input.numbers("values");
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(
        "quantiles", Arrays.stream(input.numbers("q")).map(q -> Quantiles.of(values, q)).toArray());
    all.put("median", Quantiles.median(values));
    all.put("q1", Quantiles.of(values, 0.25));
    all.put("q3", Quantiles.of(values, 0.75));
    all.put("iqr", Quantiles.interquartileRange(values));
    all.put("mean", Location.MEAN.of(values));
    all.put("sd", Sample.of(values).standardDeviation());
    all.put("median_absolute_deviation", Quantiles.medianAbsoluteDeviation(values));
    all.put("iqm", Location.IQM.of(values));
    return all;
  }

  private static Object scores(Input input) {
    ScoreMatrix matrix = matrix(input, "scores");
    return Map.of(
        "mean", matrix.mean(),
        "median", matrix.median(),
        "iqm", matrix.iqm(),
        "optimality_gap", matrix.optimalityGap(input.number("gamma", 1)));
  }

  private static Object profile(Input input) {
    ScoreMatrix matrix = matrix(input, "scores");
    double[] thresholds = input.numbers("thresholds");
    return Map.of(
        "runs_above", Arrays.stream(thresholds).map(matrix::runsAbove).toArray(),
        "task_means_above", Arrays.stream(thresholds).map(matrix::taskMeansAbove).toArray());
  }

  private static Object bootstrap(Input input) {
    Bootstrap bootstrap =
        StratifiedBootstrap.of(
            matrix(input, "scores"),
            ScoreMatrix::iqm,
            Indices.matrices(input.json().path("indices")));
    Interval interval = bootstrap.percentile(input.number("confidence", 0.95));
    return Map.of(
        "iqm", bootstrap.estimate(),
        "low", interval.low(),
        "high", interval.high(),
        "first_10", IntervalVectors.first(bootstrap.replicates()));
  }

  private static Object improvement(Input input) {
    ProbabilityOfImprovement improvement =
        ProbabilityOfImprovement.of(matrix(input, "x"), matrix(input, "y"));
    return Map.of("per_task", improvement.perTask(), "probability", improvement.probability());
  }

  private static ScoreMatrix matrix(Input input, String field) {
    return new ScoreMatrix(input.numberRows(field));
  }
}
