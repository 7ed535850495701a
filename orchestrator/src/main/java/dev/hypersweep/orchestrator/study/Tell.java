package dev.hypersweep.orchestrator.study;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.hypersweep.orchestrator.problem.ProblemException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a trial ended: exactly one of the four.
 *
 * @param value what it is worth
 * @param values the same for several objectives
 * @param failed it ended without a value
 * @param pruned it was ended as hopeless
 */
@Schema(name = "StudyTell")
record Tell(
    @Schema(required = true, examples = "0") Integer trial,
    @Schema(nullable = true, examples = "1.2") Double value,
    @Schema(nullable = true) List<Double> values,
    @Schema(nullable = true) Boolean failed,
    @Schema(nullable = true) Boolean pruned) {

  @JsonIgnore
  StudyEvent event() {
    int number = Whole.number("trial", trial);
    long said = Stream.of(value, values, yes(failed), yes(pruned)).filter(Objects::nonNull).count();
    if (said != 1) {
      throw ProblemException.invalidValue(
          "value",
          value,
          "one of value, values, failed and pruned says how a trial ended",
          "send {\"trial\":0,\"value\":1.2}, or \"failed\":true for what is not a number");
    }
    if (yes(failed) != null) {
      return StudyEvent.end(StudyEvent.Kind.FAIL, number, null);
    }
    if (yes(pruned) != null) {
      return StudyEvent.end(StudyEvent.Kind.PRUNE, number, null);
    }
    return StudyEvent.end(StudyEvent.Kind.TELL, number, Whole.values(value, values));
  }

  private static Boolean yes(Boolean said) {
    return Boolean.TRUE.equals(said) ? said : null;
  }
}
