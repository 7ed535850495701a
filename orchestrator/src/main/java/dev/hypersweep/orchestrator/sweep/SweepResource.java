package dev.hypersweep.orchestrator.sweep;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** One sweep. */
@Path("/api/v1/sweeps/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sweeps")
public class SweepResource {

  @Inject SweepDetails details;
  @Inject SweepActions actions;

  @GET
  @Operation(operationId = "getSweep", summary = "A sweep with its definition and progress")
  public SweepDetail sweep(@RestPath long id) {
    return details.of(id);
  }

  @POST
  @Path("/pause")
  @Operation(
      operationId = "pauseSweep",
      summary = "Holds the waiting runs; leased ones go on to their end")
  public SweepDetail pause(@RestPath long id) {
    actions.pause(id);
    return details.of(id);
  }

  @POST
  @Path("/resume")
  @Operation(operationId = "resumeSweep", summary = "Lets held runs wait for a worker again")
  public SweepDetail resume(@RestPath long id) {
    actions.resume(id);
    return details.of(id);
  }

  @POST
  @Path("/cancel")
  @Operation(
      operationId = "cancelSweep",
      summary = "Cancels what has not begun, and tells workers to end what has")
  public SweepDetail cancel(@RestPath long id) {
    actions.cancel(id);
    return details.of(id);
  }
}
