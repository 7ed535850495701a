package dev.hypersweep.sweeps;

import dev.hypersweep.catalogue.CostMetric;
import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.sweeps.matrix.Aggregate;
import dev.hypersweep.sweeps.matrix.Holes;
import dev.hypersweep.sweeps.matrix.MatrixObjective;
import dev.hypersweep.sweeps.sampling.Goal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What makes one trial better than another.
 *
 * @param metric the metric of the result that counts; null for a cost, and for each dataset's
 *     score, the mean of its scored metrics
 * @param cost what of a run's cost counts; null for a metric or score
 * @param goal {@code maximize} or {@code minimize}: which trials are better by the aggregated
 *     number; the metric's own direction, but for a mean rank, which is minimised whatever the
 *     metric
 * @param aggregate how the datasets of a trial become one number
 * @param holes what runs that failed or were not made mean for it
 * @param weights by dataset for {@link Aggregate#WEIGHTED}; else empty
 */
public record Objective(
    Metric metric,
    CostMetric cost,
    String goal,
    Aggregate aggregate,
    Holes holes,
    SortedMap<String, Double> weights) {

  /** What stands in a definition for each dataset's score. */
  public static final String SCORE = "score";

  public static final String MAXIMIZE = "maximize";
  public static final String MINIMIZE = "minimize";

  /** The mean of a metric, in its own direction. */
  public static Objective mean(Metric metric) {
    return mean(metric, null, metric.higherIsBetter());
  }

  /** The mean of the datasets' scores, in their direction. */
  public static Objective score(boolean higherIsBetter) {
    return mean(null, null, higherIsBetter);
  }

  /** The mean of a cost, in its own direction. */
  public static Objective cost(CostMetric cost) {
    return mean(null, cost, cost.higherIsBetter());
  }

  private static Objective mean(Metric metric, CostMetric cost, boolean higherIsBetter) {
    String goal = higherIsBetter ? MAXIMIZE : MINIMIZE;
    return new Objective(metric, cost, goal, Aggregate.MEAN, Holes.FAIL, new TreeMap<>());
  }

  /**
   * The objective of a canonical definition; what it leaves out is as in a text that leaves it out.
   *
   * @param objective what stands under {@code objective}, or one of {@code objectives}
   */
  public static Objective ofCanonical(Map<String, Object> objective) {
    SortedMap<String, Double> weights = new TreeMap<>();
    if (objective.get("weights") instanceof Map<?, ?> given) {
      given.forEach((name, weight) -> weights.put((String) name, ((Number) weight).doubleValue()));
    }
    String name = String.valueOf(objective.get("metric"));
    return new Objective(
        Metric.named(name).orElse(null),
        CostMetric.named(name).orElse(null),
        String.valueOf(objective.get("goal")),
        Aggregate.named(String.valueOf(objective.get("aggregate"))).orElse(Aggregate.MEAN),
        Holes.named(String.valueOf(objective.get("holes"))).orElse(Holes.FAIL),
        weights);
  }

  /** The same of the metric, aggregated by another rule. */
  public Objective aggregated(Aggregate rule, Holes rest, SortedMap<String, Double> weighed) {
    String direction = rule == Aggregate.RANK_MEAN ? MINIMIZE : goal;
    return new Objective(metric, cost, direction, rule, rest, weighed);
  }

  /** Whether a trial's number changes with what becomes of others. */
  public boolean comparesTrials() {
    return aggregate == Aggregate.RANK_MEAN || holes == Holes.WORST;
  }

  /** The name of the metric or cost, or {@link #SCORE}. */
  public String metricName() {
    if (cost != null) {
      return cost.metricName();
    }
    return metric == null ? SCORE : metric.metricName();
  }

  /** Which trials are better. */
  public Goal direction() {
    return goal.equals(MAXIMIZE) ? Goal.MAXIMIZE : Goal.MINIMIZE;
  }

  /**
   * Which runs on a dataset are better.
   *
   * @param others headline metric of datasets that are not in the catalogue, by name
   */
  public Goal directionOn(String dataset, Map<String, Metric> others) {
    if (cost != null) {
      return cost.higherIsBetter() ? Goal.MAXIMIZE : Goal.MINIMIZE;
    }
    Metric counts = metric;
    if (counts == null) {
      counts =
          Datasets.named(dataset)
              .map(Dataset::scored)
              .filter(scored -> !scored.isEmpty())
              .map(scored -> scored.get(0))
              .orElse(others.getOrDefault(dataset, Metric.ACCURACY));
    }
    return counts.higherIsBetter() ? Goal.MAXIMIZE : Goal.MINIMIZE;
  }

  /**
   * The rule for the runs of a trial.
   *
   * @param datasets of the sweep, in its order
   * @param others as for {@link #directionOn}
   */
  public MatrixObjective over(List<String> datasets, Map<String, Metric> others) {
    Map<String, Goal> goals = new LinkedHashMap<>();
    datasets.forEach(name -> goals.put(name, directionOn(name, others)));
    return new MatrixObjective(aggregate, holes, goals, weights);
  }
}
