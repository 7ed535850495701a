package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.catalogue.AnnouncedDatasets;
import dev.hypersweep.sweeps.SweepDefinition;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.ExternalDocumentation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a sweep would do. */
@Path("/api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sweeps")
public class PlanResource {

  @Inject AnnouncedDatasets announced;
  @Inject StoredDefinitions stored;
  @Inject Planner planner;

  @POST
  @Consumes({DefinitionText.YAML, MediaType.APPLICATION_JSON})
  @Operation(
      operationId = "planSweep",
      summary = "What a definition would do; stores nothing",
      description = "Answers 422 with every place that is wrong, and how to mend it.")
  public Plan plan(
      @BeanParam SubmissionParameters parameters,
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
          InputStream definition)
      throws IOException {
    SweepDefinition read =
        DefinitionText.read(definition, announced.metrics(), stored).definition();
    // What would be refused at the submission is refused here.
    parameters.team(read);
    parameters.priority(read);
    return planner.plan(read);
  }
}
