package dev.hypersweep.sweeps;

import dev.hypersweep.sweeps.sampling.Allotment;
import dev.hypersweep.sweeps.sampling.History;
import dev.hypersweep.sweeps.sampling.Result;
import dev.hypersweep.sweeps.sampling.SearchSpace;
import dev.hypersweep.sweeps.sampling.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The trials of a sweep so far, and the choice of the next ones. It grows with the sweep, so that
 * samplers need not learn everything again at each choice. One that is told the same trials later,
 * or by a process that knew nothing, chooses the same.
 *
 * <p>Not safe for several threads.
 */
public final class TrialSearch {

  private record Place(int allotment, int number) {}

  private final List<Allotment> allotments;
  private final List<History> histories = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final long[] open;
  private final boolean[] exhausted;
  private int ended;

  /**
   * No trial yet.
   *
   * @param stored ended trials of other sweeps to learn from; each with the name of the variant
   *     block that it belongs to here
   */
  TrialSearch(List<Allotment> allotments, List<MadeTrial> stored) {
    this.allotments = allotments;
    this.open = new long[allotments.size()];
    this.exhausted = new boolean[allotments.size()];
    for (int i = 0; i < allotments.size(); i++) {
      SearchSpace space = allotments.get(i).space();
      List<Trial> own = new ArrayList<>();
      for (MadeTrial trial : stored) {
        if (indexOf(trial.variant()) == i) {
          own.add(new Trial(point(space, trial), trial.result()));
        }
      }
      histories.add(new History(own));
    }
  }

  /** How many trials there are. */
  public int size() {
    return places.size();
  }

  /** How many of them have ended. */
  public int ended() {
    return ended;
  }

  /** A trial that was made; its number is the next one. */
  public void add(MadeTrial trial) {
    int index = indexOf(trial.variant());
    added(index, point(allotments.get(index).space(), trial));
    end(places.size() - 1, trial.result());
  }

  /**
   * What became of a trial; nothing if it is running.
   *
   * @throws IllegalArgumentException if it has ended before
   */
  public void end(int number, Result result) {
    if (result instanceof Result.Running) {
      return;
    }
    Place place = places.get(number);
    histories.get(place.allotment()).end(place.number(), result);
    open[place.allotment()]--;
    ended++;
  }

  /**
   * A trial has paused: what is known of it until it pauses again or ends.
   *
   * @throws IllegalArgumentException if it has ended
   */
  public void pause(int number, Result.Pruned result) {
    Place place = places.get(number);
    histories.get(place.allotment()).pause(place.number(), result);
  }

  /** Whether a trial has not ended. */
  public boolean isOpen(int number) {
    Place place = places.get(number);
    return histories.get(place.allotment()).isOpen(place.number());
  }

  /** As {@link #next(long, Collection)} where nobody pauses. */
  public TrialChoice.Chosen next(long atOnce) {
    return next(atOnce, List.of());
  }

  /**
   * The next trials, which belong to this from now on: the first of every variant, then the second
   * of every variant, and so on. Where the sampler learns, as many as are missing until so many of
   * a variant are open; where it does not, all.
   *
   * @param atOnce trials of a variant that are open at a time, 1 or more
   * @param pausing numbers of open trials of which no run is under way; they leave their place to
   *     others
   */
  public TrialChoice.Chosen next(long atOnce, Collection<Integer> pausing) {
    List<TrialPoint> trials = new ArrayList<>();
    Arrays.fill(exhausted, false);
    long[] resting = new long[open.length];
    pausing.forEach(number -> resting[places.get(number).allotment()]++);
    int before;
    do {
      before = trials.size();
      for (int i = 0; i < allotments.size(); i++) {
        boolean full = allotments.get(i).learns() && open[i] - resting[i] >= atOnce;
        if (!full) {
          next(i).ifPresent(trials::add);
        }
      }
    } while (trials.size() > before);
    long toCome = 0;
    for (int i = 0; i < allotments.size(); i++) {
      toCome += exhausted[i] ? 0 : allotments.get(i).trials() - histories.get(i).size();
    }
    return new TrialChoice.Chosen(trials, toCome);
  }

  /** The next trial of one variant, whatever is open; empty if there is none. */
  Optional<TrialPoint> next(String variant) {
    return next(indexOf(variant));
  }

  private Optional<TrialPoint> next(int index) {
    Allotment allotment = allotments.get(index);
    History history = histories.get(index);
    if (exhausted[index] || history.size() >= allotment.trials()) {
      return Optional.empty();
    }
    Optional<SortedMap<String, Object>> point = allotment.sampler().next(history);
    exhausted[index] = point.isEmpty();
    return point.map(
        one -> {
          added(index, one);
          return trial(places.size() - 1, allotment.space(), one);
        });
  }

  private void added(int index, SortedMap<String, Object> point) {
    History history = histories.get(index);
    places.add(new Place(index, history.size()));
    history.add(point);
    open[index]++;
  }

  private int indexOf(String variant) {
    for (int i = 0; i < allotments.size(); i++) {
      VariantBlock block = allotments.get(i).space().block();
      if (block == null || block.name().equals(variant)) {
        return i;
      }
    }
    throw new IllegalArgumentException("the sweep has no variant " + variant);
  }

  private static SortedMap<String, Object> point(SearchSpace space, MadeTrial trial) {
    SortedMap<String, Object> point = new TreeMap<>();
    for (Parameter parameter : space.parameters()) {
      Object value = trial.parameters().get(parameter.name());
      if (value != null) {
        point.put(parameter.name(), space.coerced(parameter, StoredPoints.scalar(value)));
      }
    }
    return point;
  }

  private static TrialPoint trial(int number, SearchSpace space, SortedMap<String, Object> point) {
    VariantBlock block = space.blockOf(point);
    return new TrialPoint(number, block.name(), block.architecture(), point, space.settings(point));
  }
}
