package dev.hypersweep.orchestrator.submission;

import dev.hypersweep.orchestrator.problem.Problem.FieldError;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.problem.ProblemType;
import java.util.List;

/** The refusal of an archive that would not be whole. */
final class Incomplete {

  private Incomplete() {}

  static ProblemException of(SubmissionReport report) {
    List<FieldError> errors =
        report.tasks().stream()
            .filter(task -> task.missing() != null)
            .map(
                task ->
                    FieldError.of(
                        task.task(), task.file(), task.missing(), "bring what is missing"))
            .toList();
    return new ProblemException(
        ProblemType.INVALID_VALUE,
        "%d of %d tasks of %s are missing; its site takes whole archives only."
            .formatted(errors.size(), report.tasks().size(), report.title()),
        errors);
  }
}
