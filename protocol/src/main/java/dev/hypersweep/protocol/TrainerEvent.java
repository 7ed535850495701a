package dev.hypersweep.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * A line that the trainer process writes on standard output, in order. Logs go to standard error.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TrainerEvent.Progress.class, name = "progress"),
  @JsonSubTypes.Type(value = TrainerEvent.Checkpoint.class, name = "checkpoint"),
  @JsonSubTypes.Type(value = TrainerEvent.Artifact.class, name = "artifact"),
  @JsonSubTypes.Type(value = TrainerEvent.Finished.class, name = "finished"),
  @JsonSubTypes.Type(value = TrainerEvent.Paused.class, name = "paused"),
  @JsonSubTypes.Type(value = TrainerEvent.Failed.class, name = "failed")
})
public sealed interface TrainerEvent {

  /** Steps were done; points, digests and arrays since the last such line; each may be null. */
  record Progress(
      long step, List<MetricPoint> points, StepDigests digests, List<MetricArray> arrays)
      implements TrainerEvent {

    /** Progress without arrays. */
    public Progress(long step, List<MetricPoint> points, StepDigests digests) {
      this(step, points, digests, null);
    }
  }

  /** A checkpoint lies at {@code path}; the trainer does not touch that file again. */
  record Checkpoint(long step, String path) implements TrainerEvent {}

  /**
   * A file that belongs to the run lies at {@code path}, for example its {@code predictions}; the
   * trainer does not touch it again. A later one of the same kind, in this attempt or another,
   * takes its place.
   */
  record Artifact(String kind, String path) implements TrainerEvent {}

  /** The last line of a run that came to its end; {@code result.generation} is not set here. */
  record Finished(RunResult result) implements TrainerEvent {}

  /**
   * The last line of a run that pauses at the rung of {@link TrainerTask#until}; its checkpoint of
   * that step was announced before.
   */
  record Paused(long step) implements TrainerEvent {}

  /** The last line of a run that did not. */
  record Failed(FailureClass failureClass, String message, long step) implements TrainerEvent {}
}
