package dev.hypersweep.orchestrator.audit;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One audit. */
@Path("/api/v1/audits")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audits", description = "Stored runs executed again, and the verdict")
public class AuditResource {

  @Inject Audits audits;

  /** One audit with its verdict, or with what it waits for. */
  @GET
  @Path("/{auditId}")
  @Operation(operationId = "getAudit", summary = "An audit with its verdict")
  @APIResponse(responseCode = "200", description = "The audit")
  @APIResponse(responseCode = "404", description = "There is no such audit")
  public Audit one(@PathParam("auditId") long id) {
    return audits.one(id);
  }
}
