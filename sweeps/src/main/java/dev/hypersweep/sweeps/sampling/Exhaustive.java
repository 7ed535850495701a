package dev.hypersweep.sweeps.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/** Finds what is left of a finite space when drawing at random finds nothing new any more. */
final class Exhaustive {

  private static final long MOST = 100_000;

  private final Space space;
  private Grid grid;

  Exhaustive(Space space) {
    this.space = space;
  }

  /** One of the points that are not in the history; empty if none is left or they are too many. */
  Optional<SortedMap<String, Object>> next(History history, Draws draws) {
    OptionalLong bound = Grid.bound(space);
    if (bound.isEmpty() || bound.getAsLong() > MOST) {
      return Optional.empty();
    }
    if (grid == null) {
      grid = new Grid(space);
    }
    List<SortedMap<String, Object>> left = new ArrayList<>();
    for (SortedMap<String, Object> point : grid.points()) {
      if (!history.contains(point)) {
        left.add(point);
      }
    }
    return left.isEmpty() ? Optional.empty() : Optional.of(left.get(draws.below(left.size())));
  }
}
