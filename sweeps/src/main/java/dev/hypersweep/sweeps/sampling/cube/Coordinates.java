package dev.hypersweep.sweeps.sampling.cube;

import dev.hypersweep.sweeps.sampling.History;
import java.util.ArrayList;
import java.util.List;

/** The coordinates of a history's points, each computed once. */
public final class Coordinates {

  private final UnitCube cube;
  private final List<double[]> points = new ArrayList<>();
  private History of;

  /** Of histories of a space. */
  public Coordinates(UnitCube cube) {
    this.cube = cube;
  }

  /** Coordinates of {@link History#all}, in its order. */
  public List<double[]> of(History history) {
    if (history != of) {
      points.clear();
      of = history;
    }
    for (int i = points.size(); i < history.all().size(); i++) {
      points.add(cube.encode(history.all().get(i).point()));
    }
    return points;
  }
}
