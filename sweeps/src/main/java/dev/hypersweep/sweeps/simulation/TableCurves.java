package dev.hypersweep.sweeps.simulation;

import dev.hypersweep.sweeps.matrix.Place;
import dev.hypersweep.sweeps.sampling.Space;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;

/** Stored curves of every point that can be chosen. */
public final class TableCurves implements Curves {

  private final TableSpace space;
  private final List<Place> places;
  private final Map<SortedMap<String, Object>, List<Curve>> curves;
  private final long steps;

  /**
   * A table.
   *
   * @param curves one per place of each point
   * @throws IllegalArgumentException if a point lacks one, or there is no point
   */
  public TableCurves(List<Place> places, Map<SortedMap<String, Object>, List<Curve>> curves) {
    if (curves.isEmpty() || places.isEmpty()) {
      throw new IllegalArgumentException("a table needs a trial with a run");
    }
    curves.forEach(
        (point, own) -> {
          if (own.size() != places.size()) {
            throw new IllegalArgumentException(
                point + " has " + own.size() + " runs, others have " + places.size());
          }
        });
    this.space = TableSpace.of(curves.keySet());
    this.places = List.copyOf(places);
    this.curves = Map.copyOf(curves);
    this.steps =
        curves.values().stream()
            .flatMap(List::stream)
            .mapToLong(curve -> curve.steps()[curve.steps().length - 1])
            .max()
            .orElseThrow();
  }

  @Override
  public Space space() {
    return space;
  }

  @Override
  public List<Place> places() {
    return places;
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public List<Curve> of(SortedMap<String, Object> point) {
    return curves.get(point);
  }

  @Override
  public OptionalDouble optimum() {
    return curves.values().stream()
        .mapToDouble(own -> own.stream().mapToDouble(Curve::last).average().orElse(Double.NaN))
        .filter(loss -> !Double.isNaN(loss))
        .min();
  }

  /** Number of points. */
  public int size() {
    return curves.size();
  }

  /** One of the points, the same in every process. */
  public SortedMap<String, Object> anyPoint() {
    return space.points().stream().min(Comparator.comparing(SortedMap::toString)).orElseThrow();
  }
}
