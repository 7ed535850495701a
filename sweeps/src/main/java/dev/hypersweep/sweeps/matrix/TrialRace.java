package dev.hypersweep.sweeps.matrix;

import dev.hypersweep.sweeps.pruning.Pruning;
import dev.hypersweep.sweeps.sampling.Goal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A trial's way through its matrix: which run is next, and whether it may go on. The pruner is told
 * of each run under the number of its place, so trials are compared on common places whatever order
 * their runs were made in.
 */
public final class TrialRace {

  private final int trial;
  private final List<Place> order;
  private final List<Place> places;
  private final Map<String, Goal> goals;
  private final Pruning pruning;
  private boolean hopeless;

  /**
   * A trial that has no run yet.
   *
   * @param order in which its runs are made
   * @param places all places of the sweep, by number
   * @param goals direction of the metric of each dataset
   */
  public TrialRace(
      int trial, List<Place> order, List<Place> places, Map<String, Goal> goals, Pruning pruning) {
    if (!Set.copyOf(order).equals(Set.copyOf(places)) || order.size() != places.size()) {
      throw new IllegalArgumentException("the order must hold each place once");
    }
    this.trial = trial;
    this.order = List.copyOf(order);
    this.places = List.copyOf(places);
    this.goals = Map.copyOf(goals);
    this.pruning = pruning;
  }

  /**
   * The next run.
   *
   * @param taken places that wait, run or have ended
   * @return empty if all are taken, or the trial is hopeless
   */
  public Optional<Place> next(Set<Place> taken) {
    return hopeless
        ? Optional.empty()
        : order.stream().filter(place -> !taken.contains(place)).findFirst();
  }

  /**
   * A run has ended.
   *
   * @param value its metric; NaN if it failed
   * @return whether the trial should take no further runs
   */
  public boolean measured(Place place, double value) {
    int number = places.indexOf(place);
    if (number < 0) {
      throw new IllegalArgumentException(place + " is no place of this sweep");
    }
    hopeless = pruning.report(trial, number, goals.get(place.dataset()).loss(value));
    return hopeless;
  }

  /** Whether the pruner has found it hopeless. */
  public boolean isHopeless() {
    return hopeless;
  }
}
