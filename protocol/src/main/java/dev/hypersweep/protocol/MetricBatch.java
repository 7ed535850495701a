package dev.hypersweep.protocol;

import java.util.List;

/**
 * Points and digests of an attempt, stored in one commit or not at all.
 *
 * @param sequence 0, 1, 2, ... within the attempt; a sequence that was stored before changes
 *     nothing
 * @param points at most 10,000
 * @param digests may be null
 * @param arrays together at most 100,000 values; may be null
 */
public record MetricBatch(
    long generation,
    long sequence,
    List<MetricPoint> points,
    StepDigests digests,
    List<MetricArray> arrays) {

  /** A batch without arrays. */
  public MetricBatch(
      long generation, long sequence, List<MetricPoint> points, StepDigests digests) {
    this(generation, sequence, points, digests, null);
  }
}
