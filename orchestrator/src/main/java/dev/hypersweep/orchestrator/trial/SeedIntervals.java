package dev.hypersweep.orchestrator.trial;

import dev.hypersweep.statistics.Interval;
import dev.hypersweep.statistics.Sample;
import dev.hypersweep.sweeps.matrix.Aggregate;
import dev.hypersweep.sweeps.matrix.Score;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Intervals of trials' objectives over seeds: of each seed the aggregate of its runs, and of these
 * the 95 % t interval. Only of means, whose middle is the objective, and of trials without holes.
 */
@ApplicationScoped
class SeedIntervals {

  private static final double CONFIDENCE = 0.95;

  @Inject MeasuredTrials measured;

  /** By the trial's id; those that have none are left out. */
  Map<Long, Interval> of(long sweep, List<Long> trials, ObjectiveRule rule) {
    Map<Long, Interval> intervals = new HashMap<>();
    Aggregate aggregate = rule.objective().aggregate();
    boolean mean = aggregate == Aggregate.MEAN || aggregate == Aggregate.WEIGHTED;
    if (mean && rule.seeds().size() > 1) {
      measured
          .of(sweep, trials, rule)
          .forEach(one -> of(one, rule).ifPresent(found -> intervals.put(one.id(), found)));
    }
    return intervals;
  }

  private static Optional<Interval> of(MeasuredTrial trial, ObjectiveRule rule) {
    List<Score> scores =
        rule.seeds().stream()
            .map(seed -> rule.matrix().scores(List.of(trial.measured()), List.of(seed)).get(0))
            .toList();
    return scores.stream().allMatch(Score::isWhole)
        ? Sample.of(scores.stream().mapToDouble(Score::value).toArray())
            .estimate()
            .interval(CONFIDENCE)
        : Optional.empty();
  }
}
