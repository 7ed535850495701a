package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.page.PageParameters;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.sweeps.SweepDefinition;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * What a caller says beside a definition, and before it: the same for a plan as for a submission.
 */
public class SubmissionParameters {

  private static final String DEFAULT_TEAM = "default";
  private static final int MOST_CHARACTERS = 200;

  @RestQuery
  @Parameter(description = "Made if it does not exist.")
  String team;

  @RestQuery
  @Parameter(
      description = "Higher is claimed first, -1000 to 1000.",
      schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0"))
  String priority;

  /** Owner of the sweep; 400 if it was asked for and is no name. */
  String team(SweepDefinition definition) {
    demandShort("team", team);
    return Optional.ofNullable(team)
        .or(() -> Optional.ofNullable(definition.team()))
        .orElse(DEFAULT_TEAM);
  }

  /** Priority of the sweep; 400 if it was asked for and is none. */
  int priority(SweepDefinition definition) {
    int standard = definition.priority() == null ? 0 : definition.priority();
    return (int)
        PageParameters.wholeNumber(
            "priority",
            priority,
            standard,
            -SweepDefinition.GREATEST_PRIORITY,
            SweepDefinition.GREATEST_PRIORITY);
  }

  /** 400 for a value that is blank or longer than 200 characters. */
  static void demandShort(String parameter, String value) {
    if (value != null && (value.isBlank() || value.length() > MOST_CHARACTERS)) {
      throw ProblemException.invalidParameter(
          parameter,
          value,
          "not of 1 to 200 characters",
          "send 1 to 200 characters, or leave it out");
    }
  }
}
