package dev.hypersweep.sweeps.simulation;

import dev.hypersweep.sweeps.matrix.Place;
import dev.hypersweep.sweeps.matrix.RunBudget;
import dev.hypersweep.sweeps.matrix.TrialRace;
import dev.hypersweep.sweeps.pruning.RungJob;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** A trial on its way: its curves, its rung, and which of its runs were made there. */
final class SimulatedTrial {

  final int number;
  final SortedMap<String, Object> point;
  final List<Curve> curves;
  final List<Place> order;
  final TrialRace race;
  final Map<Place, Double> reached = new HashMap<>();
  final Set<Place> taken = new HashSet<>();
  final Map<Long, RunBudget> queued = new HashMap<>();
  RungJob job;
  boolean ended;

  SimulatedTrial(
      int number,
      SortedMap<String, Object> point,
      List<Curve> curves,
      List<Place> order,
      TrialRace race) {
    this.number = number;
    this.point = point;
    this.curves = curves;
    this.order = order;
    this.race = race;
  }

  void begin(RungJob next) {
    job = next;
    reached.clear();
    taken.clear();
    queued.clear();
  }

  /** Mean of what its runs have reached; in the order of places, so that equal sets are equal. */
  double mean(List<Place> places) {
    double sum = 0;
    int count = 0;
    for (Place place : places) {
      Double loss = reached.get(place);
      if (loss != null) {
        sum += loss;
        count++;
      }
    }
    return sum / count;
  }
}
