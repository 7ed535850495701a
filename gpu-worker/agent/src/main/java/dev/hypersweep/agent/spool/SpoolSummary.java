package dev.hypersweep.agent.spool;

import dev.hypersweep.protocol.MetricPoint;

/** What is known of an attempt from its records alone. Not thread-safe. */
public final class SpoolSummary {

  /**
   * @param nextBatch sequence of the next metric batch
   * @param nextChunk sequence of the next log chunk
   * @param step greatest step that a record names
   * @param ended true if the last record is there
   */
  public record Snapshot(long nextBatch, long nextChunk, long step, boolean ended) {}

  private long nextBatch;
  private long nextChunk;
  private long step;
  private boolean ended;

  void add(SpoolRecord record) {
    ended |= SpoolRecord.isLast(record);
    if (record instanceof SpoolRecord.Metrics metrics) {
      nextBatch = metrics.batch().sequence() + 1;
      metrics.batch().points().stream().mapToLong(MetricPoint::step).forEach(this::reached);
    } else if (record instanceof SpoolRecord.Logs logs) {
      nextChunk = logs.chunk().sequence() + 1;
    } else if (record instanceof SpoolRecord.Checkpoint checkpoint) {
      reached(checkpoint.step());
    }
  }

  private void reached(long candidate) {
    step = Math.max(step, candidate);
  }

  Snapshot snapshot() {
    return new Snapshot(nextBatch, nextChunk, step, ended);
  }
}
