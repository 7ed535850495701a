package dev.hypersweep.orchestrator.sweep;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How long runs took, to tell how long like ones will take.
 *
 * @param known groups of equal runs
 */
record Timings(List<Group> known) {

  /** How far a single stored run may be from the next one, as a share of its time. */
  private static final double UNKNOWN = 0.5;

  /**
   * Runs of a variant on a dataset with so many steps: how many, and their seconds together.
   *
   * @param squares of the seconds, together
   */
  record Group(
      String variant, String dataset, long steps, long runs, double seconds, double squares) {}

  /**
   * Expected seconds of a run, and the number of stored results that say so.
   *
   * @param deviation standard deviation of a run
   */
  record Expected(double seconds, double deviation, long basedOnRuns) {

    /** Standard error of {@link #seconds}. */
    double error() {
      return deviation / Math.sqrt(basedOnRuns);
    }
  }

  /**
   * The mean of equal runs; if there are none, of the most alike that there are, scaled by steps:
   * same variant and dataset, same dataset, same variant, any. Empty if nothing is known.
   */
  Optional<Expected> of(String variant, String dataset, long steps) {
    Predicate<Group> sameVariant = group -> group.variant().equals(variant);
    Predicate<Group> sameDataset = group -> group.dataset().equals(dataset);
    Predicate<Group> sameSteps = group -> group.steps() == steps;
    return mean(sameVariant.and(sameDataset).and(sameSteps), steps)
        .or(() -> mean(sameVariant.and(sameDataset), steps))
        .or(() -> mean(sameDataset, steps))
        .or(() -> mean(sameVariant, steps))
        .or(() -> mean(group -> true, steps));
  }

  private Optional<Expected> mean(Predicate<Group> alike, long steps) {
    long runs = 0;
    double seconds = 0;
    double stepsDone = 0;
    double squares = 0;
    for (Group group : known) {
      if (group.steps() > 0 && alike.test(group)) {
        runs += group.runs();
        seconds += group.seconds();
        stepsDone += (double) group.runs() * group.steps();
        squares += group.squares() / group.steps() / group.steps();
      }
    }
    if (runs == 0) {
      return Optional.empty();
    }
    double rate = seconds / stepsDone;
    double variance = runs < 2 ? 0 : Math.max(0, squares - runs * rate * rate) / (runs - 1);
    double deviation = runs < 2 ? UNKNOWN * rate : Math.sqrt(variance);
    return Optional.of(new Expected(rate * steps, deviation * steps, runs));
  }
}
