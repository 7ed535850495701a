package dev.hypersweep.agent.spool;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.hypersweep.protocol.LogChunk;
import dev.hypersweep.protocol.MetricBatch;
import dev.hypersweep.protocol.RunFailure;
import dev.hypersweep.protocol.RunPause;
import dev.hypersweep.protocol.RunResult;

/** One thing that the orchestrator must get to know, as it lies in the spool. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SpoolRecord.Metrics.class, name = "metrics"),
  @JsonSubTypes.Type(value = SpoolRecord.Logs.class, name = "logs"),
  @JsonSubTypes.Type(value = SpoolRecord.Checkpoint.class, name = "checkpoint"),
  @JsonSubTypes.Type(value = SpoolRecord.Artifact.class, name = "artifact"),
  @JsonSubTypes.Type(value = SpoolRecord.Result.class, name = "result"),
  @JsonSubTypes.Type(value = SpoolRecord.Pause.class, name = "pause"),
  @JsonSubTypes.Type(value = SpoolRecord.Failure.class, name = "failure")
})
public sealed interface SpoolRecord {

  record Metrics(MetricBatch batch) implements SpoolRecord {}

  record Logs(LogChunk chunk) implements SpoolRecord {}

  /** A file to upload. {@code path}: where the trainer put it; {@code name}: what to call it. */
  record Checkpoint(long step, String name, String path) implements SpoolRecord {}

  /**
   * Another file to upload. {@code kind}: what it is; {@code step}: steps done when the trainer
   * announced it.
   */
  record Artifact(String kind, long step, String name, String path) implements SpoolRecord {}

  record Result(RunResult result) implements SpoolRecord {}

  record Pause(RunPause pause) implements SpoolRecord {}

  record Failure(RunFailure failure) implements SpoolRecord {}

  /** True for the record after which an attempt has nothing more to say. */
  static boolean isLast(SpoolRecord record) {
    return record instanceof Result || record instanceof Pause || record instanceof Failure;
  }
}
