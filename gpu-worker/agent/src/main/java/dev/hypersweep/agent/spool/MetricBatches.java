package dev.hypersweep.agent.spool;

import dev.hypersweep.protocol.MetricArray;
import dev.hypersweep.protocol.MetricBatch;
import dev.hypersweep.protocol.MetricPoint;
import dev.hypersweep.protocol.StepDigests;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers points, arrays and digests into batches of at most {@value #MOST} points and digests and
 * about {@value #MOST_VALUES} values of arrays. Nothing is reordered, and a batch's digests are
 * without gaps. Not thread-safe.
 */
final class MetricBatches {

  static final int MOST = 2_000;
  static final int MOST_VALUES = 20_000;

  private final long generation;
  private final List<MetricPoint> points = new ArrayList<>();
  private final List<MetricArray> arrays = new ArrayList<>();
  private final List<String> digests = new ArrayList<>();
  private final List<MetricBatch> whole = new ArrayList<>();
  private long firstStep;
  private long sequence;
  private long values;

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

  void add(List<MetricArray> more) {
    for (MetricArray array : more) {
      if (values >= MOST_VALUES) {
        cut();
      }
      arrays.add(array);
      values += array.values().size();
    }
  }

  /** True if enough is there to be worth a request. */
  boolean full() {
    return !whole.isEmpty()
        || points.size() >= MOST
        || digests.size() >= MOST
        || values >= MOST_VALUES;
  }

  boolean isEmpty() {
    return whole.isEmpty() && isCut();
  }

  /** Everything gathered so far, in order. */
  List<MetricBatch> take() {
    if (!isCut()) {
      cut();
    }
    List<MetricBatch> taken = List.copyOf(whole);
    whole.clear();
    return taken;
  }

  private boolean isCut() {
    return points.isEmpty() && digests.isEmpty() && arrays.isEmpty();
  }

  private void cut() {
    StepDigests stretch =
        digests.isEmpty() ? null : new StepDigests(firstStep, List.copyOf(digests));
    List<MetricArray> own = arrays.isEmpty() ? null : List.copyOf(arrays);
    whole.add(new MetricBatch(generation, sequence++, List.copyOf(points), stretch, own));
    points.clear();
    arrays.clear();
    values = 0;
    digests.clear();
  }
}
