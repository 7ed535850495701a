package dev.hypersweep.trainer.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Seconds per step of each side and work, round by round: by the clock, and of processors. */
final class Timings {

  private final Map<Key, List<Double>> clock = new LinkedHashMap<>();
  private final Map<Key, List<Double>> processor = new LinkedHashMap<>();

  private record Key(Side side, Work work) {}

  /** Enters a round's step. */
  void add(Side side, Work work, double clockSeconds, double processorSeconds) {
    Key key = new Key(side, work);
    clock.computeIfAbsent(key, k -> new ArrayList<>()).add(clockSeconds);
    processor.computeIfAbsent(key, k -> new ArrayList<>()).add(processorSeconds);
  }

  /** Whether that side was timed at all. */
  boolean has(Side side) {
    return clock.containsKey(new Key(side, Work.TRAINING));
  }

  /** Seconds of a step by the clock. */
  Medians seconds(Side side, Work work) {
    return Medians.of(clock.get(new Key(side, work)));
  }

  /** Time of one side over that of another, median of the rounds' ratios. */
  Medians ratio(Side side, Side other, Work work) {
    return Medians.ofRatios(clock.get(new Key(side, work)), clock.get(new Key(other, work)));
  }

  /** The same in time of processors. */
  Medians processorRatio(Side side, Side other, Work work) {
    return Medians.ofRatios(
        processor.get(new Key(side, work)), processor.get(new Key(other, work)));
  }

  /** Rounds that were timed. */
  int rounds() {
    return clock.values().stream().mapToInt(List::size).max().orElse(0);
  }
}
