package dev.hypersweep.sweeps.matrix;

import dev.hypersweep.statistics.Ranks;
import dev.hypersweep.sweeps.sampling.Goal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The declared rule by which a trial's runs become its objective. Seeds are averaged first, then
 * datasets are aggregated.
 *
 * @param aggregate how datasets become one number
 * @param holes what missing and failed runs mean
 * @param goals direction of the metric of each dataset, in the order of the sweep
 * @param weights by dataset for {@link Aggregate#WEIGHTED}, above 0; else empty
 */
public record MatrixObjective(
    Aggregate aggregate, Holes holes, Map<String, Goal> goals, Map<String, Double> weights) {

  /** Checks that the rule can be applied. */
  public MatrixObjective {
    if (goals.isEmpty()) {
      throw new IllegalArgumentException("an objective needs a dataset");
    }
    if (aggregate != Aggregate.RANK_MEAN && Set.copyOf(goals.values()).size() > 1) {
      throw new IllegalArgumentException(
          aggregate.word()
              + " would mix metrics that are maximised with ones that are minimised: use rank_mean");
    }
    Set<String> weighed = aggregate == Aggregate.WEIGHTED ? goals.keySet() : Set.of();
    if (!weights.keySet().equals(weighed)) {
      throw new IllegalArgumentException(
          aggregate == Aggregate.WEIGHTED
              ? "weights must name each dataset once: " + String.join(", ", goals.keySet())
              : aggregate.word() + " has no weights: use weighted, or remove them");
    }
    weights.forEach(
        (dataset, weight) -> {
          if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                "the weight of " + dataset + " is above 0, not " + weight);
          }
        });
  }

  /** The same for what is known of trials that ended early. */
  public MatrixObjective ofWhatIsThere() {
    return new MatrixObjective(aggregate, Holes.SKIP, goals, weights);
  }

  /**
   * The scores of all trials of a sweep, in their order. Other trials matter for ranks and for what
   * the worst value is; for nothing else.
   *
   * @param seeds of the sweep
   */
  public List<Score> scores(List<Measured> trials, List<Long> seeds) {
    List<String> datasets = List.copyOf(new LinkedHashSet<>(goals.keySet()));
    double[][] losses = new double[datasets.size()][];
    for (int d = 0; d < losses.length; d++) {
      losses[d] = losses(datasets.get(d), trials, seeds);
    }
    double[][] aggregated = aggregate == Aggregate.RANK_MEAN ? ranks(losses) : losses;
    List<Score> scores = new ArrayList<>();
    for (int t = 0; t < trials.size(); t++) {
      int trial = t;
      double[] own = Arrays.stream(aggregated).mapToDouble(one -> one[trial]).toArray();
      scores.add(score(trials.get(t), seeds, datasets, own));
    }
    return scores;
  }

  /** Loss of each trial on a dataset, holes filled by the rule; NaN where nothing is known. */
  private double[] losses(String dataset, List<Measured> trials, List<Long> seeds) {
    Goal goal = goals.get(dataset);
    double worst =
        trials.stream()
            .flatMap(trial -> seeds.stream().map(seed -> trial.at(new Place(dataset, seed))))
            .mapToDouble(goal::loss)
            .filter(loss -> !Double.isNaN(loss))
            .max()
            .orElse(Double.NaN);
    double[] losses = new double[trials.size()];
    for (int t = 0; t < losses.length; t++) {
      double sum = 0;
      int count = 0;
      for (long seed : seeds) {
        double loss = goal.loss(trials.get(t).at(new Place(dataset, seed)));
        boolean hole = Double.isNaN(loss);
        if (!hole || holes != Holes.SKIP) {
          sum += hole && holes == Holes.WORST ? worst : loss;
          count++;
        }
      }
      losses[t] = sum / count;
    }
    return losses;
  }

  /** Ranks by dataset of those that have a loss there. */
  private static double[][] ranks(double[][] losses) {
    double[][] ranks = new double[losses.length][];
    for (int d = 0; d < losses.length; d++) {
      double[] known = Arrays.stream(losses[d]).filter(loss -> !Double.isNaN(loss)).toArray();
      double[] ascending = known.length == 0 ? known : Ranks.ascending(known);
      ranks[d] = new double[losses[d].length];
      int next = 0;
      for (int t = 0; t < ranks[d].length; t++) {
        ranks[d][t] = Double.isNaN(losses[d][t]) ? Double.NaN : ascending[next++];
      }
    }
    return ranks;
  }

  private Score score(Measured trial, List<Long> seeds, List<String> datasets, double[] own) {
    int missing = 0;
    int failed = 0;
    for (Place place : Place.all(datasets, seeds)) {
      if (trial.hasFailed(place)) {
        failed++;
      } else if (Double.isNaN(trial.at(place))) {
        missing++;
      }
    }
    double sum = 0;
    double total = 0;
    double worst = Double.NEGATIVE_INFINITY;
    for (int d = 0; d < own.length; d++) {
      if (!Double.isNaN(own[d]) || holes != Holes.SKIP) {
        double weight = weights.getOrDefault(datasets.get(d), 1.0);
        sum += weight * own[d];
        total += weight;
        worst = Math.max(worst, own[d]);
      }
    }
    int counted = datasets.size() * seeds.size() - missing - failed;
    double loss = aggregate == Aggregate.WORST ? worst : sum / total;
    loss = counted == 0 ? Double.NaN : loss;
    double value = aggregate == Aggregate.RANK_MEAN ? loss : goals.get(datasets.get(0)).loss(loss);
    return new Score(value, loss, counted, missing, failed);
  }
}
