package dev.hypersweep.sweeps.sampling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * The trials of one search space so far, with what became of them. It only grows: points are added,
 * and a running trial ends once. One that pauses has a result for the time being, which its next
 * pause or its end replaces. Samplers rely on that to remember what they computed from the trials
 * before {@link #settled}.
 *
 * <p>Stored trials of another search may stand before the first one (warm start). They have no
 * number, but samplers learn from them as from any other.
 */
public final class History {

  private final int stored;
  private final List<Trial> all;
  private final Set<SortedMap<String, Object>> distinct = new HashSet<>();
  private final Set<Integer> paused = new HashSet<>();
  private int settled;
  private int objectives = 1;

  /** An empty one. */
  public History() {
    this(List.of());
  }

  /**
   * One that begins with what another search found.
   *
   * @param stored none of them running
   */
  public History(List<Trial> stored) {
    this.stored = stored.size();
    this.all = new ArrayList<>(stored);
    this.settled = stored.size();
    stored.forEach(trial -> distinct.add(trial.point()));
    stored.forEach(trial -> count(trial.result()));
  }

  /** Notes a point that is running now. */
  public void add(SortedMap<String, Object> point) {
    all.add(new Trial(point, Result.RUNNING));
    distinct.add(point);
  }

  /**
   * Ends a running trial.
   *
   * @param number from 0, in the order in which points were added
   * @throws IllegalArgumentException if there is no such trial, or it has ended
   */
  public void end(int number, Result result) {
    demandOpen(number);
    paused.remove(number);
    all.set(stored + number, trial(number).with(result));
    count(result);
    while (settled < all.size()
        && !all.get(settled).isRunning()
        && !paused.contains(settled - stored)) {
      settled++;
    }
  }

  /**
   * What is known of a trial that has not ended.
   *
   * @param result where it paused last
   * @throws IllegalArgumentException if there is no such trial, or it has ended
   */
  public void pause(int number, Result.Pruned result) {
    demandOpen(number);
    paused.add(number);
    all.set(stored + number, trial(number).with(result));
  }

  /** Whether a trial has not ended: it runs, or it pauses. */
  public boolean isOpen(int number) {
    return trial(number).isRunning() || paused.contains(number);
  }

  private void demandOpen(int number) {
    if (!isOpen(number)) {
      throw new IllegalArgumentException("trial " + number + " has ended already");
    }
  }

  private void count(Result result) {
    if (result instanceof Result.Told told) {
      objectives = told.losses().size();
    }
  }

  /**
   * A trial by its number.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Trial trial(int number) {
    if (number < 0 || number >= size()) {
      throw new IllegalArgumentException("there is no trial " + number);
    }
    return all.get(stored + number);
  }

  /** Whether the point is among them. */
  public boolean contains(SortedMap<String, Object> point) {
    return distinct.contains(point);
  }

  /** How many points were added: the number of the next one. */
  public int size() {
    return all.size() - stored;
  }

  /** The points that were added, in order. */
  public List<SortedMap<String, Object>> points() {
    return all.subList(stored, all.size()).stream().map(Trial::point).toList();
  }

  /** Stored trials first, then the others in order. */
  public List<Trial> all() {
    return Collections.unmodifiableList(all);
  }

  /** How many objectives the told trials have; 1 while none is told. */
  public int objectives() {
    return objectives;
  }

  /** So many of {@link #all}, from the first one, have ended and never change again. */
  public int settled() {
    return settled;
  }
}
