package dev.hypersweep.sweeps;

import dev.hypersweep.sweeps.sampling.Allotment;
import dev.hypersweep.sweeps.sampling.History;
import dev.hypersweep.sweeps.sampling.PlanFault;
import dev.hypersweep.sweeps.sampling.Result;
import dev.hypersweep.sweeps.sampling.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Chooses the trials of a sweep as they are needed. What is chosen depends on the definition and on
 * the trials before it, in their order, with what is known of each: not on when it became known,
 * nor on this object. So a sweep goes on after a crash as if there had been none, and can be
 * replayed.
 */
public final class TrialChoice {

  private final List<Allotment> allotments;

  private TrialChoice(List<Allotment> allotments) {
    this.allotments = allotments;
  }

  /**
   * Trials that were chosen.
   *
   * @param trials in the order of their numbers, which go on from those made before
   * @param toCome how many may follow once results are known, at most
   */
  public record Chosen(List<TrialPoint> trials, long toCome) {}

  /**
   * The choice for a sweep.
   *
   * @param definition as {@link SweepDefinitions#read} gave it
   * @throws IllegalArgumentException if it cannot be planned, which read would have refused
   */
  public static TrialChoice of(SweepDefinition definition) {
    try {
      return new TrialChoice(Allotment.of(definition));
    } catch (PlanFault fault) {
      throw new IllegalArgumentException(fault.getMessage(), fault);
    }
  }

  /** Whether some variant's points depend on what became of earlier ones. */
  public boolean learns() {
    return allotments.stream().anyMatch(Allotment::learns);
  }

  /**
   * The next trials, the first of every variant, then the second of every variant, and so on. Where
   * the sampler learns, as many as are missing until so many of a variant are open; where it does
   * not, all.
   *
   * @param made all trials before, in the order of their numbers
   * @param atOnce trials of a variant that are open at a time, 1 or more
   */
  public Chosen next(List<MadeTrial> made, long atOnce) {
    List<History> histories = histories(made);
    long[] open = new long[allotments.size()];
    boolean[] exhausted = new boolean[allotments.size()];
    for (MadeTrial trial : made) {
      if (trial.result() instanceof Result.Running) {
        open[indexOf(trial.variant())]++;
      }
    }
    List<TrialPoint> trials = new ArrayList<>();
    int before;
    do {
      before = trials.size();
      for (int i = 0; i < allotments.size(); i++) {
        Allotment allotment = allotments.get(i);
        boolean full = allotment.learns() && open[i] >= atOnce;
        if (full || exhausted[i] || histories.get(i).size() >= allotment.trials()) {
          continue;
        }
        Optional<SortedMap<String, Object>> point = allotment.sampler().next(histories.get(i));
        if (point.isPresent()) {
          open[i]++;
          histories.get(i).add(point.get());
          trials.add(trial(made.size() + trials.size(), allotment.space(), point.get()));
        } else {
          exhausted[i] = true;
        }
      }
    } while (trials.size() > before);
    long toCome = 0;
    for (int i = 0; i < allotments.size(); i++) {
      toCome += exhausted[i] ? 0 : allotments.get(i).trials() - histories.get(i).size();
    }
    return new Chosen(trials, toCome);
  }

  /**
   * The next trial of one variant, whatever is open.
   *
   * @param variant of any trial of its space
   * @param made all trials before, in the order of their numbers
   * @return empty if there is none
   */
  public Optional<TrialPoint> next(String variant, List<MadeTrial> made) {
    int index = indexOf(variant);
    Allotment allotment = allotments.get(index);
    History history = histories(made).get(index);
    return history.size() < allotment.trials()
        ? allotment
            .sampler()
            .next(history)
            .map(point -> trial(made.size(), allotment.space(), point))
        : Optional.empty();
  }

  private List<History> histories(List<MadeTrial> made) {
    List<History> histories = new ArrayList<>();
    allotments.forEach(allotment -> histories.add(new History()));
    for (MadeTrial trial : made) {
      int index = indexOf(trial.variant());
      History history = histories.get(index);
      history.add(point(allotments.get(index).space(), trial));
      if (!(trial.result() instanceof Result.Running)) {
        history.end(history.size() - 1, trial.result());
      }
    }
    return histories;
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
        point.put(parameter.name(), space.coerced(parameter, scalar(value)));
      }
    }
    return point;
  }

  private static Object scalar(Object value) {
    if (value instanceof Integer whole) {
      return whole.longValue();
    }
    return value instanceof Number number && !(value instanceof Long)
        ? (Object) number.doubleValue()
        : value;
  }

  private static TrialPoint trial(int number, SearchSpace space, SortedMap<String, Object> point) {
    VariantBlock block = space.blockOf(point);
    return new TrialPoint(number, block.name(), block.architecture(), point, space.settings(point));
  }
}
