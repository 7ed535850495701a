package dev.hypersweep.orchestrator.worker;

import dev.hypersweep.orchestrator.problem.Values;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.LeaseRequest;
import dev.hypersweep.protocol.SignOff;
import dev.hypersweep.protocol.WorkerRegistered;
import dev.hypersweep.protocol.WorkerRegistration;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
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
  @Inject SignOffs signOffs;
  @Inject Claims claims;
  @Inject LeaseTiming timing;

  /** A worker is here. */
  @POST
  @Path("registrations")
  @Operation(summary = "Register a worker, or replace what is known of it")
  public WorkerRegistered register(WorkerRegistration registration) {
    Registrations.Registered worker =
        registrations.register(ValidRegistration.of(Values.present("body", registration)));
    return new WorkerRegistered(
        worker.id(), worker.registration(), timing.leaseSeconds(), timing.heartbeatSeconds());
  }

  /** A worker stops in order. The same sign-off again changes nothing. */
  @POST
  @Path("sign-offs")
  @Operation(
      summary = "Sign a worker off",
      description = "It gets no lease until it registers again; the one that it holds returns.")
  public Map<String, Object> signOff(SignOff signOff) {
    signOffs.accept(Values.present("body", signOff));
    return Map.of();
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
