package dev.hypersweep.sweeps.pruning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What trials of one search reported and how they ended. All losses are minimised. */
public final class Ledger {

  private static final class Entry {
    private final NavigableMap<Long, double[]> reports = new TreeMap<>();
    private Outcome outcome = Outcome.RUNNING;
    private double[] losses = {};
  }

  private final List<Entry> entries = new ArrayList<>();

  Ledger() {}

  /**
   * What a trial reported by step, a loss per objective; NaN where it was not a number. Empty for a
   * trial that was never mentioned.
   */
  public NavigableMap<Long, double[]> reports(int trial) {
    return trial < entries.size()
        ? Collections.unmodifiableNavigableMap(entries.get(trial).reports)
        : Collections.emptyNavigableMap();
  }

  /** What became of a trial. */
  public Outcome outcome(int trial) {
    return trial < entries.size() ? entries.get(trial).outcome : Outcome.RUNNING;
  }

  /** Losses of a completed trial, one per objective; else empty. */
  public double[] losses(int trial) {
    return trial < entries.size() ? entries.get(trial).losses.clone() : new double[0];
  }

  void report(int trial, long step, double[] losses) {
    entry(trial).reports.put(step, losses);
  }

  void end(int trial, Outcome outcome, double[] losses) {
    Entry entry = entry(trial);
    entry.outcome = outcome;
    entry.losses = losses;
  }

  private Entry entry(int trial) {
    while (entries.size() <= trial) {
      entries.add(new Entry());
    }
    return entries.get(trial);
  }
}
