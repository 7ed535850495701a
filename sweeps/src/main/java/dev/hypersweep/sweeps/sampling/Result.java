package dev.hypersweep.sweeps.sampling;

import java.util.ArrayList;
import java.util.List;

/** What became of a trial. All losses are minimised. */
public sealed interface Result {

  /** Asked, not told yet. */
  Result RUNNING = new Running();

  /** Ended without a value; a value that is not a number counts as this. */
  Result FAILED = new Failed();

  /** Not told yet. */
  record Running() implements Result {}

  /** Ended without a value. */
  record Failed() implements Result {}

  /**
   * Ended as it should.
   *
   * @param losses finite or infinite, one per objective
   */
  record Told(List<Double> losses) implements Result {
    public Told {
      losses = List.copyOf(losses);
    }
  }

  /**
   * Ended early as hopeless.
   *
   * @param step the last one reported
   * @param loss reported there
   */
  record Pruned(long step, double loss) implements Result {}

  /** Told, or failed if a loss is not a number. */
  static Result of(List<Double> losses) {
    return losses.stream().anyMatch(loss -> Double.isNaN(loss)) ? FAILED : new Told(losses);
  }

  /**
   * As {@link #of(List)}, of values.
   *
   * @param goals one per value; empty if all are minimised
   */
  static Result of(List<Goal> goals, List<Double> values) {
    List<Double> losses = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      losses.add(goals.isEmpty() ? values.get(i) : (Double) goals.get(i).loss(values.get(i)));
    }
    return of(losses);
  }
}
