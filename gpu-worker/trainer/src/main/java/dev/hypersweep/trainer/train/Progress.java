package dev.hypersweep.trainer.train;

import dev.hypersweep.protocol.MetricArray;
import dev.hypersweep.protocol.MetricPoint;
import dev.hypersweep.protocol.StepDigests;
import java.nio.file.Path;
import java.util.List;

/** Hears what a run does, in order, in the thread that trains. */
public interface Progress {

  /**
   * @param step done so far
   * @param points since the last call
   * @param arrays since the last call
   * @param digests since the last call, or null
   */
  void reported(long step, List<MetricPoint> points, List<MetricArray> arrays, StepDigests digests);

  /** A checkpoint lies at {@code path}; everything up to its step was reported before. */
  void checkpointed(long step, Path path);

  /**
   * A file that belongs to the run lies at {@code path}; a later one of the same kind takes its
   * place.
   */
  void artifact(String kind, Path path);
}
