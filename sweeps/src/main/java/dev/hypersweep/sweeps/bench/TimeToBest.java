package dev.hypersweep.sweeps.bench;

import dev.hypersweep.sweeps.simulation.Outcome;
import dev.hypersweep.sweeps.simulation.TableCurves;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * With many workers: how long until a pruner finds what random search finds with so many whole
 * runs.
 *
 * @param random when random search finds it, in lengths of a whole run; median over the seeds
 * @param pruned when the pruner does, the same
 * @param never seeds with which it does not
 * @param seeds of both
 */
record TimeToBest(double random, double pruned, int never, int seeds) {

  /** Workers that run at once. */
  static final int WORKERS = 100;

  /** The budget, in whole runs. */
  static final int RUNS = 200;

  /** Of outcomes by seed. */
  static TimeToBest of(TableCurves curves, List<Outcome> random, List<Outcome> pruned) {
    double[] first = new double[random.size()];
    double[] second = new double[random.size()];
    int never = 0;
    for (int seed = 0; seed < random.size(); seed++) {
      List<Outcome.Found> trace = random.get(seed).trace();
      double target = trace.get(trace.size() - 1).loss();
      first[seed] = random.get(seed).secondsTo(target) / whole(curves);
      second[seed] = pruned.get(seed).secondsTo(target) / whole(curves);
      never += Double.isInfinite(second[seed]) ? 1 : 0;
    }
    return new TimeToBest(
        PrunersBench.middle(first), PrunersBench.middle(second), never, random.size());
  }

  /** Seconds of a whole run of every place. */
  static double whole(TableCurves curves) {
    return curves.of(curves.anyPoint()).stream().mapToDouble(one -> one.seconds()).sum();
  }

  String text(String table, String pruner) {
    return String.format(
        Locale.ROOT,
        "%-18s %-20s %d workers: what random search finds after %.2f run lengths (median)"
            + " is found after %.2f; never within %d runs for %d of %d seeds",
        table,
        pruner,
        WORKERS,
        random,
        pruned,
        RUNS,
        never,
        seeds);
  }

  Map<String, Object> line(String table, String pruner) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("peer", "hypersweep");
    line.put("script", "bench pruners");
    line.put("mode", "time to random search's best");
    line.put("table", table);
    line.put("pruner", pruner);
    line.put("workers", WORKERS);
    line.put("figure", pruned);
    line.put("random", random);
    line.put("unit", "whole runs");
    line.put("never", never);
    return line;
  }
}
