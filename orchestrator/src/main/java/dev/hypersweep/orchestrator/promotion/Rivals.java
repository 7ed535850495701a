package dev.hypersweep.orchestrator.promotion;

import dev.hypersweep.sweeps.Objective;
import dev.hypersweep.sweeps.PrunerChoice;
import dev.hypersweep.sweeps.pruning.Promotion;
import dev.hypersweep.sweeps.pruning.RungJob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The trials of one variant (or of a search that spans all) with the promotion that compares them,
 * which knows them by the order in which they began.
 */
final class Rivals {

  private final List<Long> steps;
  private final Promotion promotion;
  private final List<Long> trials = new ArrayList<>();
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final Map<Long, RungJob> jobs = new HashMap<>();
  private final Map<Long, List<Stand>> stands = new HashMap<>();
  private final Map<Long, Long> promoted = new HashMap<>();
  private boolean closed;

  /** A trial at a rung. */
  private record Stand(long trial, double loss) {}

  /**
   * Nobody yet.
   *
   * @param steps of whole runs
   */
  Rivals(PrunerChoice choice, long steps) {
    this.steps = choice.rungs().upTo(steps);
    this.promotion = choice.promotion(steps);
  }

  /** A new trial; where it goes first. */
  RungJob begin(long trial) {
    RungJob job = promotion.begin();
    numbers.put(trial, trials.size());
    trials.add(trial);
    jobs.put(trial, job);
    return job;
  }

  /** What a trial is trained for; empty if it rests, or has been dropped. */
  Optional<RungJob> job(long trial) {
    return Optional.ofNullable(jobs.get(trial));
  }

  /** A trial has reached the rung that it was trained for. */
  void reached(long trial, double loss) {
    RungJob job = jobs.remove(trial);
    stands.computeIfAbsent(job.to(), any -> new ArrayList<>()).add(new Stand(trial, loss));
    promotion.reached(job.trial(), loss);
  }

  /** A trial has ended before. */
  void dropped(long trial) {
    promotion.dropped(jobs.remove(trial).trial());
  }

  /** Who goes on; its job is {@link #job} from now on. */
  Optional<Long> promoted() {
    Optional<RungJob> job = promotion.promoted();
    job.ifPresent(
        one -> {
          jobs.put(trials.get(one.trial()), one);
          promoted.put(trials.get(one.trial()), one.to());
        });
    return job.map(one -> trials.get(one.trial()));
  }

  void close() {
    closed = true;
    promotion.close();
  }

  boolean isClosed() {
    return closed;
  }

  /**
   * Whether a trial that rests goes on never more. To be asked when nobody can be promoted just
   * now.
   */
  boolean isLost(long trial) {
    return closed && jobs.isEmpty() || promotion.isLost(numbers.get(trial));
  }

  /** Number of the rung at a step, from 1. */
  int rung(long step) {
    return steps.indexOf(step) + 1;
  }

  /** Whether the rung at a step is the end of a run. */
  boolean isTop(long step) {
    return step >= steps.get(steps.size() - 1);
  }

  /** Why a trial that stands at the rung of a step goes no further, in words. */
  String reason(long trial, long step, Objective objective) {
    List<Stand> all =
        stands.getOrDefault(step, List.of()).stream()
            .sorted(Comparator.comparingDouble(Stand::loss))
            .toList();
    int place = all.stream().map(Stand::trial).toList().indexOf(trial);
    double own = objective.direction().loss(all.get(place).loss());
    String wentOn =
        all.stream()
            .filter(one -> promoted.getOrDefault(one.trial(), 0L) > step)
            .reduce((before, one) -> one)
            .map(last -> objective.direction().loss(last.loss()))
            .map(bound -> String.format(Locale.ROOT, " the last that went on had %.4g.", bound))
            .orElse(" none went on.");
    return String.format(
            Locale.ROOT,
            "Not promoted from rung %d (step %d): with %s %.4g it is number %d of %d there;",
            rung(step),
            step,
            objective.metricName(),
            own,
            place + 1,
            all.size())
        + wentOn;
  }
}
