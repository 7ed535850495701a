package dev.hypersweep.orchestrator.worker;

import dev.hypersweep.orchestrator.problem.Values;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.LeaseRequest;
import dev.hypersweep.protocol.WorkerRegistered;
import dev.hypersweep.protocol.WorkerRegistration;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where workers come in: they say who they are, and ask for work. */
@Path("/api/v1/worker")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "worker protocol")
public class WorkerResource {

  @Inject Registrations registrations;
  @Inject Claims claims;
  @Inject LeaseTiming timing;

  /** A worker is here. */
  @POST
  @Path("registrations")
  @Operation(summary = "Register a worker, or replace what is known of it")
  public WorkerRegistered register(WorkerRegistration registration) {
    long id = registrations.register(ValidRegistration.of(Values.present("body", registration)));
    return new WorkerRegistered(id, timing.leaseSeconds(), timing.heartbeatSeconds());
  }

  /** A worker asks for a run; null (204) if there is nothing for it now. */
  @POST
  @Path("leases")
  @Operation(summary = "Ask for a run to execute")
  @APIResponse(responseCode = "200", description = "A lease")
  @APIResponse(responseCode = "204", description = "Nothing to do for this worker; ask again")
  public Lease claim(LeaseRequest request) {
    Values.present("body", request);
    Values.name("requestId", request.requestId());
    return claims.claim(request.workerId(), request.requestId()).orElse(null);
  }
}
