package dev.hypersweep.orchestrator.health;

import dev.hypersweep.orchestrator.health.SweepHealth.Made;
import dev.hypersweep.orchestrator.web.IfNoneMatch;
import dev.hypersweep.protocol.Sha256;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The health of a sweep. */
@Path("/api/v1/sweeps/{id}/health")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sweeps")
public class HealthResource {

  /** Another start may be another program, which finds other things in the same trials. */
  private static final String PROGRAM = UUID.randomUUID().toString();

  @Inject SweepHealth health;

  @GET
  @Operation(
      operationId = "getSweepHealth",
      summary = "What is wrong with a sweep, or done, and which parameters matter",
      description = "Of the trials that have ended; examined at most once for each end of a trial.")
  @APIResponse(
      responseCode = "200",
      description = "Findings and importances, with a strong ETag",
      content = @Content(schema = @Schema(implementation = HealthView.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such sweep")
  public Response health(@RestPath long id, @Context HttpHeaders headers) {
    Made made = health.of(id);
    EntityTag tag = new EntityTag(Sha256.hex(PROGRAM + "\n" + made.version()));
    Response.ResponseBuilder answer =
        IfNoneMatch.has(headers, tag)
            ? Response.notModified()
            : Response.ok(HealthView.of(made.health()));
    return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
  }
}
