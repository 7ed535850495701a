package dev.hypersweep.sweeps.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Tries points that people named before it asks another sampler, which learns from them like from
 * its own. What a point leaves open is drawn at random.
 */
public final class PointsFirst implements Sampler {

  private final List<SortedMap<String, Object>> points;
  private final RandomSearch random;
  private final Sampler then;

  private PointsFirst(List<SortedMap<String, Object>> points, RandomSearch random, Sampler then) {
    this.points = points;
    this.random = random;
    this.then = then;
  }

  /**
   * The sampler with points before its own; a grid begins with them and has each once.
   *
   * @param points values of parameters; those that do not exist beside the others are ignored
   */
  public static Sampler of(
      List<SortedMap<String, Object>> points, Space space, long seed, Sampler then) {
    if (points.isEmpty()) {
      return then;
    }
    RandomSearch random = new RandomSearch(space, seed);
    if (then instanceof Grid grid) {
      History history = new History();
      List<SortedMap<String, Object>> whole = new ArrayList<>();
      for (SortedMap<String, Object> point : points) {
        random
            .completed(point, history)
            .ifPresent(
                one -> {
                  history.add(one);
                  whole.add(one);
                });
      }
      return grid.startingWith(whole);
    }
    return new PointsFirst(List.copyOf(points), random, then);
  }

  /** Whether the space has a point with these values. */
  public static boolean isPossible(SortedMap<String, Object> point, Space space) {
    return new RandomSearch(space, 0).completed(point, new History()).isPresent();
  }

  @Override
  public Optional<SortedMap<String, Object>> next(History history) {
    if (history.size() < points.size()) {
      Optional<SortedMap<String, Object>> point =
          random.completed(points.get(history.size()), history);
      if (point.isPresent()) {
        return point;
      }
    }
    return then.next(history);
  }
}
