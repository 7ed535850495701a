package dev.hypersweep.orchestrator.worker;

import dev.hypersweep.protocol.DatasetInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A GPU worker service.
 *
 * @param memoryBytes that it gives to a run
 * @param currentRun what it executes; null unless BUSY
 * @param lastSeenAt its last request of any kind
 */
@Schema(name = "Worker")
public record WorkerView(
    long id,
    @Schema(examples = "worker-1") String name,
    State state,
    @Schema(examples = "cpu") String device,
    @Schema(examples = "GenuineIntel AVX-512 pytorch-2.5.1-cpu") String deviceClass,
    @Schema(examples = "1") int threads,
    long memoryBytes,
    List<DatasetInfo> datasets,
    @Schema(nullable = true) CurrentRun currentRun,
    Instant registeredAt,
    Instant lastSeenAt,
    String trainerDigest) {

  /**
   * STOPPED: it signed off. LOST: it did not, and was not heard of for 30 seconds, by the
   * database's clock.
   */
  @Schema(name = "WorkerState")
  public enum State {
    BUSY,
    IDLE,
    STOPPED,
    LOST
  }

  /**
   * What a worker executes.
   *
   * @param sweepId its sweep; null for an audit
   * @param steps in all; null where epochs decide and the number of examples is not known yet
   */
  public record CurrentRun(
      long id,
      @Schema(nullable = true) Long sweepId,
      @Schema(examples = "wordnet/noun-supersense") String dataset,
      @Schema(examples = "hypermoe") String variant,
      @Schema(examples = "120") long step,
      @Schema(nullable = true, examples = "400") Long steps) {}

  /** All workers. */
  public record Workers(List<WorkerView> items) {}
}
