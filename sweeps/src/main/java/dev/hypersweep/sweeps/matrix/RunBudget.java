package dev.hypersweep.sweeps.matrix;

import dev.hypersweep.sweeps.pruning.RungJob;
import java.util.List;

/**
 * What a rung asks of one run: to train from one step to another.
 *
 * <p>A rung is no shorter run: the run's specification keeps the steps of the whole, so that its
 * learning-rate schedule, its fingerprint and its numbers are those of a run that was never paused.
 * At {@code until} it evaluates, leaves a checkpoint, reports and gives its worker back; the next
 * rung goes on from that checkpoint on any worker.
 *
 * @param place the run
 * @param from step of the checkpoint that it goes on from; 0: none
 * @param until step at which it pauses, at most {@code steps}
 * @param steps of the whole run
 */
public record RunBudget(Place place, long from, long until, long steps) {

  /** Checks the order of the steps. */
  public RunBudget {
    if (!(from >= 0 && from < until && until <= steps)) {
      throw new IllegalArgumentException(
          "a rung of %s from step %d to %d of %d".formatted(place, from, until, steps));
    }
  }

  /** Whether the run ends there. */
  public boolean isLast() {
    return until == steps;
  }

  /**
   * The runs of a trial's job, in the order in which they are to be made.
   *
   * @param order of the trial's runs, as {@link RunOrder#places} gives it
   * @param steps of whole runs
   */
  public static List<RunBudget> of(RungJob job, List<Place> order, long steps) {
    return order.stream()
        .map(place -> new RunBudget(place, job.from(), Math.min(job.to(), steps), steps))
        .toList();
  }
}
