package dev.hypersweep.sweeps.sampling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** The points of one search space so far. */
public final class History {

  private final List<SortedMap<String, Object>> points = new ArrayList<>();
  private final Set<SortedMap<String, Object>> distinct = new HashSet<>();

  /** Notes a point. */
  public void add(SortedMap<String, Object> point) {
    points.add(point);
    distinct.add(point);
  }

  /** Whether the point is among them. */
  public boolean contains(SortedMap<String, Object> point) {
    return distinct.contains(point);
  }

  /** How many there are: the number of the next one. */
  public int size() {
    return points.size();
  }

  /** The points in order. */
  public List<SortedMap<String, Object>> points() {
    return Collections.unmodifiableList(points);
  }
}
