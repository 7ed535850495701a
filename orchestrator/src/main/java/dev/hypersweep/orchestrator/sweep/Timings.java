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

    Expected times(double factor) {
      return new Expected(seconds * factor, deviation * factor, basedOnRuns);
    }

    /** Standard error of {@link #seconds}. */
    double error() {
      return deviation / Math.sqrt(basedOnRuns);
    }
  }

  /**
   * The mean of equal runs; if there are none, of those of the same variant and dataset, scaled by
   * steps; if there are none of these, what the variant takes per step among others, times what the
   * dataset takes among others. Of what is unknown the mean is taken. Empty if nothing is known.
   *
   * @param steps null if nobody can say: then only runs on the dataset tell, as long as they are
   */
  Optional<Expected> of(String variant, String dataset, Long steps) {
    Predicate<Group> sameVariant = group -> group.variant().equals(variant);
    Predicate<Group> sameDataset = group -> group.dataset().equals(dataset);
    if (steps == null) {
      return whole(sameVariant.and(sameDataset)).or(() -> whole(sameDataset));
    }
    Predicate<Group> sameSteps = group -> group.steps() == steps;
    return mean(sameVariant.and(sameDataset).and(sameSteps), steps)
        .or(() -> mean(sameVariant.and(sameDataset), steps))
        .or(
            () -> {
              double rate = effects().rate(variant, dataset);
              return mean(any -> true, steps).map(one -> one.times(rate * steps / one.seconds()));
            });
  }

  /** Whether there are runs on a dataset. */
  boolean know(String dataset) {
    return known.stream().anyMatch(group -> group.dataset().equals(dataset));
  }

  /**
   * How many times as long these runs took as the others' timings would have them take; 1 if they
   * say nothing.
   */
  double against(Timings others) {
    double took = 0;
    double expected = 0;
    for (Group group : known) {
      var one = others.of(group.variant(), group.dataset(), group.steps());
      if (one.isPresent()) {
        took += group.seconds();
        expected += group.runs() * one.get().seconds();
      }
    }
    return took > 0 && expected > 0 ? took / expected : 1;
  }

  private RateEffects effects() {
    return RateEffects.of(known.stream().filter(group -> group.steps() > 0).toList());
  }

  private Optional<Expected> whole(Predicate<Group> alike) {
    List<Group> equal =
        known.stream()
            .filter(alike)
            .map(one -> new Group("", "", 1, one.runs(), one.seconds(), one.squares()))
            .toList();
    return new Timings(equal).mean(any -> true, 1);
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
