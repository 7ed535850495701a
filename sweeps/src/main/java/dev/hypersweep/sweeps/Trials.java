package dev.hypersweep.sweeps;

import dev.hypersweep.sweeps.sampling.Allotment;
import dev.hypersweep.sweeps.sampling.History;
import dev.hypersweep.sweeps.sampling.PlanFault;
import dev.hypersweep.sweeps.sampling.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Makes the trials of a sweep. */
public final class Trials {

  private Trials() {}

  /**
   * All trials, the first of every variant, then the second of every variant, and so on, numbered
   * from 0. Equal definitions give equal trials.
   *
   * @param definition as {@link SweepDefinitions#read} gave it
   * @throws IllegalArgumentException if it cannot be planned, which read would have refused
   */
  public static List<TrialPoint> of(SweepDefinition definition) {
    List<Allotment> waiting;
    try {
      waiting = new ArrayList<>(Allotment.of(definition));
    } catch (PlanFault fault) {
      throw new IllegalArgumentException(fault.getMessage(), fault);
    }
    List<History> histories = new ArrayList<>();
    waiting.forEach(allotment -> histories.add(new History()));
    List<TrialPoint> trials = new ArrayList<>();
    boolean more = true;
    while (more) {
      more = false;
      for (int i = 0; i < waiting.size(); i++) {
        Optional<SortedMap<String, Object>> point = next(waiting.get(i), histories.get(i));
        if (point.isPresent()) {
          more = true;
          histories.get(i).add(point.get());
          trials.add(trial(trials.size(), waiting.get(i).space(), point.get()));
        }
      }
    }
    return trials;
  }

  private static Optional<SortedMap<String, Object>> next(Allotment allotment, History history) {
    return history.size() < allotment.trials()
        ? allotment.sampler().next(history)
        : Optional.empty();
  }

  private static TrialPoint trial(int number, SearchSpace space, SortedMap<String, Object> point) {
    VariantBlock block = space.blockOf(point);
    return new TrialPoint(number, block.name(), block.architecture(), point, space.settings(point));
  }
}
