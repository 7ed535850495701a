package dev.hypersweep.sweeps.pruning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asynchronous successive halving under several objectives (after R. Schmucker et al.,
 * Multi-objective Asynchronous Successive Halving, 2021): at a rung trials are ranked by how many
 * others dominate them (C. Fonseca and P. Fleming 1993), and a trial goes on if fewer than {@code n
 * / reduction} of the n others are ranked before it. One that nobody dominates always goes on: it
 * adds to the hypervolume of what is known at the rung.
 *
 * <p>NaN in an objective is worse than any number. With one objective it ends the trials that
 * {@link HalvingPruner} ends.
 */
public final class ParetoPruner implements Pruner {

  private static final class Standing {
    private final List<double[]> points = new ArrayList<>();
    private final List<Integer> dominators = new ArrayList<>();

    /** Adds a point; how many stand before it. */
    int add(double[] point) {
      int mine = 0;
      for (int i = 0; i < points.size(); i++) {
        if (dominates(points.get(i), point)) {
          mine++;
        } else if (dominates(point, points.get(i))) {
          dominators.set(i, dominators.get(i) + 1);
        }
      }
      int before = 0;
      for (int theirs : dominators) {
        before += theirs < mine ? 1 : 0;
      }
      points.add(point);
      dominators.add(mine);
      return before;
    }
  }

  private final Rungs rungs;
  private final List<Standing> standings = new ArrayList<>();
  private final Map<Integer, Integer> next = new HashMap<>();

  /** A rule on these rungs. */
  public ParetoPruner(Rungs rungs) {
    this.rungs = rungs;
  }

  @Override
  public Optional<Bound> reported(Ledger ledger, int trial, long step) {
    double[] point = ledger.reports(trial).get(step).clone();
    for (int j = 0; j < point.length; j++) {
      point[j] = Double.isNaN(point[j]) ? Double.POSITIVE_INFINITY : point[j];
    }
    int rung = next.getOrDefault(trial, 0);
    while (step >= rungs.step(rung)) {
      next.put(trial, ++rung);
      while (standings.size() < rung) {
        standings.add(new Standing());
      }
      Standing standing = standings.get(rung - 1);
      int before = standing.add(point);
      int promoted = Math.max(1, (int) (standing.points.size() / rungs.reduction()));
      if (before >= promoted) {
        return Optional.of(new Bound(Double.NaN, before, standing.points.size() - 1));
      }
    }
    return Optional.empty();
  }

  private static boolean dominates(double[] a, double[] b) {
    boolean better = false;
    for (int j = 0; j < Math.min(a.length, b.length); j++) {
      if (a[j] > b[j]) {
        return false;
      }
      better |= a[j] < b[j];
    }
    return better;
  }

  @Override
  public void ended(Ledger ledger, int trial) {
    next.remove(trial);
  }
}
