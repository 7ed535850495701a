package dev.hypersweep.orchestrator.trial;

import dev.hypersweep.orchestrator.page.Choice;
import dev.hypersweep.orchestrator.page.Filters;
import dev.hypersweep.orchestrator.page.Page;
import dev.hypersweep.orchestrator.page.PageParameters;
import dev.hypersweep.orchestrator.run.SweepObjectives;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Trials of a sweep. */
@Path("/api/v1/sweeps/{id}/trials")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trials")
public class TrialResource {

  private static final long NONE = -1;

  @Inject SweepObjectives objectives;
  @Inject TrialRows rows;

  @GET
  @Operation(
      operationId = "listTrials",
      summary = "Trials of a sweep with their cells",
      description = "A cell is a trial on a dataset: mean and 95 % t interval over its seeds.")
  public Page<TrialView> trials(
      @RestPath long id,
      @RestQuery @Parameter(example = "hypermoe") String variant,
      @RestQuery @Schema(implementation = TrialState.class) String state,
      @RestQuery @Parameter(description = "One trial, by its number.", example = "7") String number,
      @RestQuery
          @Parameter(
              description =
                  "Trials without an objective come last either way. `objectives.0` is the first of several.",
              schema =
                  @Schema(
                      defaultValue = "number",
                      enumeration = {
                        "number",
                        "-number",
                        "objective",
                        "-objective",
                        "objectives.0",
                        "-objectives.0",
                        "objectives.1",
                        "-objectives.1",
                        "objectives.2",
                        "-objectives.2",
                        "objectives.3",
                        "-objectives.3"
                      }))
          String sort,
      @BeanParam PageParameters page) {
    String objective = objectives.metric(id);
    long one = PageParameters.wholeNumber("number", number, NONE, 0, Integer.MAX_VALUE);
    Filters filters =
        new Filters("t.sweep_id = ?", id)
            .and("t.variant = ?", variant)
            .and("t.state = ?", Choice.name("state", state, TrialState.class))
            .and("t.number = ?", one == NONE ? null : (Long) one);
    String order = Choice.of("sort", sort, TrialRows.STANDARD_SORT, TrialRows.SORTS.keySet());
    return rows.page(filters, order, objective, page);
  }
}
