package dev.hypersweep.orchestrator.audit;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stored run executed again from its manifest, and the verdict. */
@Schema(description = "A stored run executed again from its manifest, and the verdict")
public record Audit(
    @Schema(examples = "3") long id,
    @Schema(examples = "17", description = "the run under audit") long runId,
    State state,
    @Schema(nullable = true, description = "null until JUDGED") Verdict verdict,
    @Schema(
            nullable = true,
            examples = "17",
            description = "first step whose digests differ, or that one side alone has")
        Long firstDifference,
    @Schema(
            description = "for people: what was found, or what it waits for",
            examples = "All 400 steps and 2 metrics came out the same, bit for bit.")
        String reason,
    @Schema(nullable = true, examples = "400", description = "optimiser steps of the original")
        Long steps,
    @Schema(nullable = true, description = "the run that executes it; null if nothing is executed")
        Long executionRunId,
    List<MetricPair> metrics,
    List<EnvironmentDifference> environmentDifferences,
    Instant createdAt,
    @Schema(nullable = true) Instant judgedAt) {

  /** How far it is. */
  @Schema(name = "AuditState")
  public enum State {
    WAITING,
    RUNNING,
    JUDGED
  }

  /** A final metric on both sides; null where a side has none. */
  @Schema(name = "AuditMetric")
  public record MetricPair(
      @Schema(examples = "accuracy") String name,
      @Schema(nullable = true) Double original,
      @Schema(nullable = true) Double repeated) {}

  /** Something about the two environments that is not the same; null where a side lacks it. */
  @Schema(name = "EnvironmentDifference")
  public record EnvironmentDifference(
      @Schema(examples = "libraries.pytorch") String field,
      @Schema(nullable = true) String original,
      @Schema(nullable = true) String repeated) {}

  /** The audits of a run. */
  @Schema(name = "AuditList")
  public record All(List<Audit> items) {}
}
