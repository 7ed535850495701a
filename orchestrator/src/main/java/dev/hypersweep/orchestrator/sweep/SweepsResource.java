package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.catalogue.AnnouncedDatasets;
import dev.hypersweep.orchestrator.page.Choice;
import dev.hypersweep.orchestrator.page.Filters;
import dev.hypersweep.orchestrator.page.Page;
import dev.hypersweep.orchestrator.page.PageParameters;
import dev.hypersweep.orchestrator.sweep.SweepSubmission.Stored;
import dev.hypersweep.orchestrator.worker.ComputedAnswers;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.ExternalDocumentation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** All sweeps. */
@Path("/api/v1/sweeps")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sweeps")
public class SweepsResource {

  private static final String KEY = "Idempotency-Key";

  @Inject AnnouncedDatasets announced;
  @Inject StoredDefinitions definitions;
  @Inject SweepRows rows;
  @Inject SweepDetails details;
  @Inject SweepSubmission submissions;
  @Inject ComputedAnswers answers;

  @GET
  @Operation(operationId = "listSweeps", summary = "Sweeps, newest first")
  public Page<SweepSummary> list(
      @RestQuery @Schema(implementation = SweepState.class) String state,
      @RestQuery @Parameter(example = "default") String team,
      @RestQuery @Parameter(description = "Part of name or description, in any case.") String q,
      @RestQuery
          @Parameter(
              schema =
                  @Schema(
                      defaultValue = "-id",
                      enumeration = {"id", "-id", "name", "-name", "priority", "-priority"}))
          String sort,
      @BeanParam PageParameters page) {
    Filters filters =
        new Filters("true")
            .and("s.state = ?", Choice.name("state", state, SweepState.class))
            .and("team.name = ?", team)
            .and("strpos(lower(s.name || E'\\n' || s.description), lower(?)) > 0", q);
    String order = Choice.of("sort", sort, SweepRows.STANDARD_SORT, SweepRows.SORTS.keySet());
    return rows.page(filters, order, page);
  }

  @POST
  @Consumes({DefinitionText.YAML, MediaType.APPLICATION_JSON})
  @Operation(
      operationId = "submitSweep",
      summary = "Queues a sweep",
      description =
          "Runs whose result is stored end at once. Team and priority of the query stand before"
              + " those of the definition. With an"
              + " Idempotency-Key the same request may be sent again: 200 and the same sweep.")
  @APIResponse(
      responseCode = "201",
      description = "Queued",
      headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = SweepDetail.class)))
  @APIResponse(
      responseCode = "200",
      description = "Queued before by the same request",
      content = @Content(schema = @Schema(implementation = SweepDetail.class)))
  public Response submit(
      @BeanParam SubmissionParameters parameters,
      @RestHeader(KEY) String key,
      @Context HttpHeaders headers,
      @Context UriInfo uri,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = DefinitionText.YAML,
                      schema =
                          @Schema(
                              type = SchemaType.STRING,
                              externalDocs =
                                  @ExternalDocumentation(
                                      description = "JSON Schema of a definition",
                                      url = DefinitionSchema.PATH)),
                      example = DefinitionExample.YAML))
          InputStream body)
      throws IOException {
    if (headers.getRequestHeaders().containsKey(KEY)) {
      // An empty one arrives as none, and would make a sweep each time.
      SubmissionParameters.demandShort(KEY, key == null ? "" : key);
    }
    DefinitionText text = DefinitionText.read(body, announced.metrics(), definitions);
    Stored stored =
        submissions.store(
            new Submission(
                text,
                headers.getMediaType().isCompatible(MediaType.APPLICATION_JSON_TYPE)
                    ? MediaType.APPLICATION_JSON
                    : DefinitionText.YAML,
                parameters.team(text.definition()),
                parameters.priority(text.definition()),
                key));
    answers.hand(stored.id());
    return Response.status(stored.created() ? 201 : 200)
        .location(uri.getAbsolutePathBuilder().path(Long.toString(stored.id())).build())
        .entity(details.of(stored.id()))
        .build();
  }
}
