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
  private final EarlyStopping stopping;
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
      EarlyStopping stopping,
      List<Goal> goals,
      List<Trial> stored) {
    this.sampler = sampler;
    this.again = sampler instanceof Grid ? null : new RandomSearch(space, seed);
    this.stopping = stopping;
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
    return point.map(this::asked);
  }

  /** A point that {@link #ask} gave in this place before, when this study goes on from a store. */
  public Asked asked(SortedMap<String, Object> point) {
    history.add(point);
    reports.add(new TreeMap<>());
    return new Asked(history.size() - 1, point);
  }

  /**
   * Ends a trial with its values, one per objective; one that is not a number makes it a failed
   * one.
   *
   * @throws IllegalArgumentException if it has ended, or the number of values is another one
   */
  public void tell(int trial, List<Double> values) {
    requireOpen(trial);
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
    Result result = Result.of(goals, values);
    history.end(trial, result);
    stopping.complete(trial, losses(values));
  }

  /**
   * Ends a trial without a value.
   *
   * @throws IllegalArgumentException if it has ended
   */
  public void fail(int trial) {
    requireOpen(trial);
    history.end(trial, Result.FAILED);
    stopping.fail(trial);
  }

  /**
   * Notes what is known of a trial that rests; until it pauses again, or ends.
   *
   * @param steps of all of its runs together
   * @param value the first objective there; if it is not a number, nothing is known
   * @throws IllegalArgumentException if it has ended
   */
  public void pause(int trial, long steps, double value) {
    requireOpen(trial);
    if (!Double.isNaN(value)) {
      history.pause(trial, new Result.Pruned(steps, goal().loss(value)));
    }
  }

  /**
   * Ends a trial as hopeless; where it paused, or what it reported last, is what is known of it.
   *
   * @throws IllegalArgumentException if it has ended
   */
  public void prune(int trial) {
    requireOpen(trial);
    if (history.trial(trial).result() instanceof Result.Pruned paused) {
      history.end(trial, paused);
      stopping.prune(trial);
      return;
    }
    var last = reports.get(trial).lastEntry();
    boolean known = last != null && !Double.isNaN(last.getValue());
    history.end(
        trial,
        known ? new Result.Pruned(last.getKey(), goal().loss(last.getValue())) : Result.FAILED);
    stopping.prune(trial);
  }

  /**
   * Notes a value on the way.
   *
   * @return whether the trial should end now, by {@link #prune}
   * @throws IllegalArgumentException if it has ended
   */
  public boolean report(int trial, long step, double value) {
    return report(trial, step, List.of(value));
  }

  /**
   * Notes values on the way.
   *
   * @param values one per objective, the first of which is remembered if the trial is pruned
   * @return whether the trial should end now, by {@link #prune}
   * @throws IllegalArgumentException if it has ended
   */
  public boolean report(int trial, long step, List<Double> values) {
    requireOpen(trial);
    boolean hopeless = stopping.report(trial, step, losses(values));
    reports.get(trial).put(step, values.get(0));
    return hopeless;
  }

  private double[] losses(List<Double> values) {
    double[] losses = new double[values.size()];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = (i < goals.size() ? goals.get(i) : Goal.MINIMIZE).loss(values.get(i));
    }
    return losses;
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

  private void requireOpen(int trial) {
    if (!history.isOpen(trial)) {
      throw new IllegalArgumentException("trial " + trial + " has ended already");
    }
  }
}
