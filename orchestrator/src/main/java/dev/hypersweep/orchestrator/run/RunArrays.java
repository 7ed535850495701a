package dev.hypersweep.orchestrator.run;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The metrics of a run that have several values at a step. */
public record RunArrays(List<Rows> arrays) {

  /**
   * One of them over the steps.
   *
   * @param total steps stored
   * @param steps in order
   * @param values one row per step
   * @param sampled whether steps were left out
   */
  @Schema(name = "MetricArrayRows")
  public record Rows(
      @Schema(examples = "routing/load/1") String name,
      long total,
      @Schema(examples = "[100, 200]") List<Long> steps,
      @Schema(examples = "[[0.5, 0.25, 0.25], [0.3, 0.4, 0.3]]") List<List<Double>> values,
      boolean sampled) {}
}
