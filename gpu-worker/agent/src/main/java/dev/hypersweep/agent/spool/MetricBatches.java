package dev.hypersweep.agent.spool;

import dev.hypersweep.protocol.MetricBatch;
import dev.hypersweep.protocol.MetricPoint;
import dev.hypersweep.protocol.StepDigests;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers points and digests into batches of at most {@value #MOST} of each. Nothing is reordered,
 * and a batch's digests are without gaps. Not thread-safe.
 */
final class MetricBatches {

  static final int MOST = 2_000;

  private final long generation;
  private final List<MetricPoint> points = new ArrayList<>();
  private final List<String> digests = new ArrayList<>();
  private final List<MetricBatch> whole = new ArrayList<>();
  private long firstStep;
  private long sequence;

  MetricBatches(long generation, long firstSequence) {
    this.generation = generation;
    this.sequence = firstSequence;
  }

  void add(List<MetricPoint> more, StepDigests next) {
    for (MetricPoint point : more) {
      if (points.size() == MOST) {
        cut();
      }
      points.add(point);
    }
    if (next == null || next.digests() == null) {
      return;
    }
    long step = next.firstStep();
    for (String digest : next.digests()) {
      if (digests.size() == MOST || !digests.isEmpty() && step != firstStep + digests.size()) {
        cut();
      }
      if (digests.isEmpty()) {
        firstStep = step;
      }
      digests.add(digest);
      step++;
    }
  }

  /** True if enough is there to be worth a request. */
  boolean full() {
    return !whole.isEmpty() || points.size() >= MOST || digests.size() >= MOST;
  }

  boolean isEmpty() {
    return whole.isEmpty() && points.isEmpty() && digests.isEmpty();
  }

  /** Everything gathered so far, in order. */
  List<MetricBatch> take() {
    if (!points.isEmpty() || !digests.isEmpty()) {
      cut();
    }
    List<MetricBatch> taken = List.copyOf(whole);
    whole.clear();
    return taken;
  }

  private void cut() {
    StepDigests stretch =
        digests.isEmpty() ? null : new StepDigests(firstStep, List.copyOf(digests));
    whole.add(new MetricBatch(generation, sequence++, List.copyOf(points), stretch));
    points.clear();
    digests.clear();
  }
}
