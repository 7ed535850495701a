package dev.hypersweep.orchestrator.metric;

import static dev.hypersweep.orchestrator.problem.Values.atMost;
import static dev.hypersweep.orchestrator.problem.Values.count;
import static dev.hypersweep.orchestrator.problem.Values.finite;
import static dev.hypersweep.orchestrator.problem.Values.hash;
import static dev.hypersweep.orchestrator.problem.Values.name;
import static dev.hypersweep.orchestrator.problem.Values.present;
import static dev.hypersweep.orchestrator.problem.Values.within;

import dev.hypersweep.protocol.MetricArray;
import dev.hypersweep.protocol.MetricBatch;
import dev.hypersweep.protocol.MetricPoint;
import dev.hypersweep.protocol.StepDigests;
import java.util.List;

/** What a batch must be to be stored. */
final class ValidBatch {

  private static final int MOST_POINTS = 10_000;
  private static final int MOST_ARRAYS = 10_000;
  private static final long MOST_VALUES = 100_000;
  private static final int MOST_DIGESTS = 50_000;

  private ValidBatch() {}

  static MetricBatch of(MetricBatch batch) {
    count("sequence", batch.sequence());
    List<MetricPoint> points = atMost("points", MOST_POINTS, batch.points());
    for (int i = 0; i < points.size(); i++) {
      String field = "points[" + i + "]";
      MetricPoint point = present(field, points.get(i));
      name(field + ".name", point.name());
      count(field + ".step", point.step());
      finite(field + ".value", point.value());
    }
    if (batch.arrays() != null) {
      arrays(batch.arrays());
    }
    StepDigests digests = batch.digests();
    if (digests != null) {
      count("digests.firstStep", digests.firstStep());
      atMost("digests.digests", MOST_DIGESTS, digests.digests());
      for (int i = 0; i < digests.digests().size(); i++) {
        hash("digests.digests[" + i + "]", digests.digests().get(i));
      }
    }
    return batch;
  }

  private static void arrays(List<MetricArray> arrays) {
    atMost("arrays", MOST_ARRAYS, arrays);
    long values = 0;
    for (int i = 0; i < arrays.size(); i++) {
      String field = "arrays[" + i + "]";
      MetricArray array = present(field, arrays.get(i));
      name(field + ".name", array.name());
      count(field + ".step", array.step());
      atMost(field + ".values", MetricArray.LONGEST, array.values());
      within(field + ".values.length", array.values().size(), 1, MetricArray.LONGEST);
      for (int j = 0; j < array.values().size(); j++) {
        finite(field + ".values[" + j + "]", array.values().get(j));
      }
      values += array.values().size();
    }
    within("arrays: values of all together", values, 0, MOST_VALUES);
  }
}
