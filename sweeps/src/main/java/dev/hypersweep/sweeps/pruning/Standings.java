package dev.hypersweep.sweeps.pruning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The trials that stand at a rung, best first, equal ones by number; who was promoted. */
final class Standings {

  private record Place(double loss, int trial) {}

  private static final Comparator<Place> ORDER =
      Comparator.comparingDouble(Place::loss).thenComparingInt(Place::trial);

  private final List<Place> all = new ArrayList<>();
  private final TreeSet<Place> waiting = new TreeSet<>(ORDER);

  void add(int trial, double loss) {
    Place place = new Place(loss, trial);
    all.add(-Collections.binarySearch(all, place, ORDER) - 1, place);
    if (!Double.isNaN(loss)) {
      waiting.add(place);
    }
  }

  int size() {
    return all.size();
  }

  /** All but the first so many; those without a number come last. */
  List<Integer> after(int most) {
    return all.subList(most, all.size()).stream().map(Place::trial).toList();
  }

  /** How many wait with a number. */
  int promotable() {
    return waiting.size();
  }

  /** Promotes the best one that waits, if it is among the first {@code most} of all. */
  Optional<Integer> promote(int most) {
    if (most < 1 || waiting.isEmpty()) {
      return Optional.empty();
    }
    Place best = waiting.first();
    if (Collections.binarySearch(all, best, ORDER) >= most) {
      return Optional.empty();
    }
    waiting.pollFirst();
    return Optional.of(best.trial());
  }
}
