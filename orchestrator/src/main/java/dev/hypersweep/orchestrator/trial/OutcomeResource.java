package dev.hypersweep.orchestrator.trial;

import dev.hypersweep.orchestrator.run.SweepObjectives;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What trials of a sweep are worth, for charts. */
@Path("/api/v1/sweeps/{id}/outcomes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trials")
public class OutcomeResource {

  /** So many trials at most. */
  private static final int MOST = 5000;

  @Inject SweepObjectives objectives;
  @Inject ObjectiveRules rules;
  @Inject Outcomes outcomes;

  /**
   * Trials with a value for each objective.
   *
   * @param leftOut so many more of them, all not on the front, are not listed
   */
  @Schema(name = "TrialOutcomes")
  public record Listed(List<Outcome> trials, int leftOut) {}

  @GET
  @Operation(
      operationId = "listOutcomes",
      summary = "Values of a sweep's trials by all of its objectives",
      description =
          "Of at most 5000 trials, in the order of their numbers; those on the Pareto front are"
              + " always there.")
  public Listed outcomes(@RestPath long id) {
    objectives.metric(id);
    List<Outcome> all =
        outcomes.of(id, rules.all(id).stream().map(rule -> rule.objective().direction()).toList());
    long front = all.stream().filter(Outcome::front).count();
    int[] room = {(int) Math.max(0, MOST - front)};
    List<Outcome> listed = all.stream().filter(one -> one.front() || room[0]-- > 0).toList();
    return new Listed(listed, all.size() - listed.size());
  }
}
