package dev.hypersweep.sweeps.sampling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A search that is asked for points and told what they are worth, in any order and with any number
 * of points out at a time. What is asked next depends on the seed, on the number of trials and on
 * what was told of which trial, not on when: a study that is told the same again goes on the same.
 */
public final class Study {

  /**
   * A point to be tried.
   *
   * @param number of the trial, from 0
   */
  public record Asked(int number, SortedMap<String, Object> point) {}

  private final Sampler sampler;
  private final RandomSearch again;
  private final Pruner pruner;
  private final List<Goal> goals;
  private final History history;
  private final List<NavigableMap<Long, Double>> reports = new ArrayList<>();

  /**
   * A new study.
   *
   * @param goals one per objective; empty if minimised, as many as the first trial tells
   * @param stored trials of another search to learn from
   */
  public Study(
      Space space,
      Sampler sampler,
      long seed,
      Pruner pruner,
      List<Goal> goals,
      List<Trial> stored) {
    this.sampler = sampler;
    this.again = sampler instanceof Grid ? null : new RandomSearch(space, seed);
    this.pruner = pruner;
    this.goals = new ArrayList<>(goals);
    this.history = new History(stored);
  }

  /**
   * The next point. When a finite space is used up, points of it come again, for objectives with
   * noise; a grid ends.
   *
   * @return empty if there is no point: the constraints leave none, or the grid has ended
   */
  public Optional<Asked> ask() {
    Optional<SortedMap<String, Object>> point = sampler.next(history);
    if (point.isEmpty() && again != null) {
      point = again.any(history.size());
    }
    return point.map(
        one -> {
          history.add(one);
          reports.add(new TreeMap<>());
          return new Asked(history.size() - 1, one);
        });
  }

  /**
   * Ends a trial with its values, one per objective; one that is not a number makes it a failed
   * one.
   *
   * @throws IllegalArgumentException if it is not running, or the number of values is another one
   */
  public void tell(int trial, List<Double> values) {
    requireRunning(trial);
    if (goals.isEmpty()) {
      goals.addAll(Collections.nCopies(values.size(), Goal.MINIMIZE));
    }
    if (values.size() != goals.size() || values.isEmpty()) {
      throw new IllegalArgumentException(
          "trial "
              + trial
              + " has "
              + values.size()
              + " values, but there are "
              + goals.size()
              + " objectives");
    }
    history.end(trial, Result.of(goals, values));
  }

  /**
   * Ends a trial without a value.
   *
   * @throws IllegalArgumentException if it is not running
   */
  public void fail(int trial) {
    requireRunning(trial);
    history.end(trial, Result.FAILED);
  }

  /**
   * Ends a trial as hopeless; what it reported last is what is known of it.
   *
   * @throws IllegalArgumentException if it is not running
   */
  public void prune(int trial) {
    requireRunning(trial);
    var last = reports.get(trial).lastEntry();
    boolean known = last != null && !Double.isNaN(last.getValue());
    history.end(
        trial,
        known ? new Result.Pruned(last.getKey(), goal().loss(last.getValue())) : Result.FAILED);
  }

  /**
   * Notes a value on the way.
   *
   * @return whether the trial should end now, by {@link #prune}
   * @throws IllegalArgumentException if it is not running
   */
  public boolean report(int trial, long step, double value) {
    requireRunning(trial);
    reports.get(trial).put(step, value);
    return pruner.prunes(this, trial);
  }

  /** What a trial reported, as losses, by step. */
  public NavigableMap<Long, Double> reports(int trial) {
    NavigableMap<Long, Double> losses = new TreeMap<>();
    reports.get(trial).forEach((step, value) -> losses.put(step, goal().loss(value)));
    return losses;
  }

  /** The trials so far. Only the study may change it. */
  public History history() {
    return history;
  }

  private Goal goal() {
    return goals.isEmpty() ? Goal.MINIMIZE : goals.get(0);
  }

  private void requireRunning(int trial) {
    if (!history.trial(trial).isRunning()) {
      throw new IllegalArgumentException("trial " + trial + " has ended already");
    }
  }
}
