package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.sweep.Timings.Group;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Seconds per step as the product of what the variant and what the dataset contribute: logarithms
 * are fitted by weighted least squares, one side after the other.
 */
final class RateEffects {

  private static final int PASSES = 20;

  private final Map<String, Double> variants = new HashMap<>();
  private final Map<String, Double> datasets = new HashMap<>();
  private double mean;

  private RateEffects() {}

  /** Of groups with steps and seconds above 0, one at least. */
  static RateEffects of(List<Group> groups) {
    RateEffects effects = new RateEffects();
    effects.mean = average(groups, RateEffects::log);
    for (int pass = 0; pass < PASSES; pass++) {
      effects.mean +=
          fit(groups, Group::variant, effects.variants, one -> log(one) - effects.of(one, false));
      effects.mean +=
          fit(groups, Group::dataset, effects.datasets, one -> log(one) - effects.of(one, true));
    }
    return effects;
  }

  /** Seconds per step; what is unknown of either counts as the mean. */
  double rate(String variant, String dataset) {
    return Math.exp(
        mean + variants.getOrDefault(variant, 0.0) + datasets.getOrDefault(dataset, 0.0));
  }

  private double of(Group group, boolean variant) {
    return mean
        + (variant
            ? variants.getOrDefault(group.variant(), 0.0)
            : datasets.getOrDefault(group.dataset(), 0.0));
  }

  /** Returns the mean of what it fits, which is to be added to the mean of all. */
  private static double fit(
      List<Group> groups,
      Function<Group, String> key,
      Map<String, Double> effects,
      Function<Group, Double> rest) {
    Map<String, double[]> sums = new HashMap<>();
    for (Group group : groups) {
      double[] sum = sums.computeIfAbsent(key.apply(group), any -> new double[2]);
      sum[0] += group.runs() * rest.apply(group);
      sum[1] += group.runs();
    }
    sums.forEach((name, sum) -> effects.put(name, sum[0] / sum[1]));
    // So that an unknown name is an average one.
    double centre = effects.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
    effects.replaceAll((name, effect) -> effect - centre);
    return centre;
  }

  private static double average(List<Group> groups, Function<Group, Double> value) {
    double sum = 0;
    double runs = 0;
    for (Group group : groups) {
      sum += group.runs() * value.apply(group);
      runs += group.runs();
    }
    return sum / runs;
  }

  private static double log(Group group) {
    return Math.log(Math.max(1e-9, group.seconds() / group.runs() / group.steps()));
  }
}
