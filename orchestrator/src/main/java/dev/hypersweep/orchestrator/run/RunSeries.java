package dev.hypersweep.orchestrator.run;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The curves of a run. */
public record RunSeries(List<Series> series) {

  /**
   * One metric over the steps.
   *
   * @param total points stored
   * @param points in order of step, each {@code [step, value]}
   * @param sampled whether points were left out; spikes never are
   */
  public record Series(
      @Schema(examples = "train/loss") String name,
      long total,
      @Schema(
              implementation = double[][].class,
              examples = "[[10, 3.21], [20, 2.98]]",
              description = "Pairs of step and value.")
          List<Point> points,
      boolean sampled) {}

  /** A value at a step, written as {@code [step, value]}. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  public record Point(long step, double value) {}
}
