package dev.hypersweep.orchestrator.worker;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who executes runs. */
@Path("/api/v1/workers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workers")
public class WorkersResource {

  @Inject WorkerRows workers;

  @GET
  @Operation(operationId = "listWorkers", summary = "Every worker, those that are away last")
  public WorkerView.Workers list() {
    return new WorkerView.Workers(workers.all());
  }
}
