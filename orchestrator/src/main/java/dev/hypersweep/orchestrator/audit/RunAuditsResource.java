package dev.hypersweep.orchestrator.audit;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audits of a run. */
@Path("/api/v1/runs/{id}/audits")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audits")
public class RunAuditsResource {

  @Inject AuditRequests requests;
  @Inject Audits audits;

  /** Asks for an audit. */
  @POST
  @Operation(
      operationId = "auditRun",
      summary = "Execute a stored run again and judge it",
      description =
          """
          The stored manifest's seal is checked first: if it is broken, the audit is judged \
          SEAL_BROKEN at once and nothing is executed. Else a worker executes what the manifest \
          says; follow the audit under its Location until its state is JUDGED. Has no body.""")
  @APIResponse(
      responseCode = "202",
      description = "Queued; Location leads to the audit",
      content = @Content(schema = @Schema(implementation = Audit.class)))
  @APIResponse(
      responseCode = "200",
      description = "Judged at once; Location leads to the audit",
      content = @Content(schema = @Schema(implementation = Audit.class)))
  @APIResponse(responseCode = "404", description = "There is no such run")
  @APIResponse(responseCode = "409", description = "The run has no result")
  public Response request(@PathParam("id") long run) {
    Audit audit = audits.one(requests.request(run));
    return Response.status(audit.state() == Audit.State.JUDGED ? 200 : 202)
        .location(URI.create("/api/v1/audits/" + audit.id()))
        .entity(audit)
        .build();
  }

  /** The audits of a run, newest first. */
  @GET
  @Operation(operationId = "listRunAudits", summary = "The audits of a run, newest first")
  @APIResponse(responseCode = "200", description = "The audits")
  @APIResponse(responseCode = "404", description = "There is no such run")
  public Audit.All list(@PathParam("id") long run) {
    return audits.of(run);
  }
}
