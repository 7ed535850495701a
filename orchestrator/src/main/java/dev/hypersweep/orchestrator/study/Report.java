package dev.hypersweep.orchestrator.study;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.hypersweep.orchestrator.problem.ProblemException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A value on the way of a trial.
 *
 * @param step from 0; the first report of a step counts
 * @param value what the trial is worth by now
 * @param values the same for several objectives
 */
@Schema(name = "StudyReport")
record Report(
    @Schema(required = true, examples = "0") Integer trial,
    @Schema(required = true, examples = "3") Long step,
    @Schema(nullable = true, examples = "0.7") Double value,
    @Schema(nullable = true) List<Double> values) {

  /** The answer to it. */
  @Schema(name = "StudyPrune")
  record Answer(boolean prune) {}

  /** Its event, the answer not known. */
  @JsonIgnore
  StudyEvent event() {
    int number = Whole.number("trial", trial);
    if (step == null || step < 0) {
      throw ProblemException.invalidValue("step", step, "a whole number from 0", "send \"step\":3");
    }
    return StudyEvent.report(number, step, Whole.values(value, values), false);
  }
}
