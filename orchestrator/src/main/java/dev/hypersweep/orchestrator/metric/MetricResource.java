package dev.hypersweep.orchestrator.metric;

import dev.hypersweep.orchestrator.problem.Values;
import dev.hypersweep.protocol.BatchStored;
import dev.hypersweep.protocol.MetricBatch;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where metrics come in. */
@Path("/api/v1/worker/attempts/{attemptId}/metrics")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "worker protocol")
public class MetricResource {

  @Inject MetricBatches batches;

  /** Stores a batch once. */
  @POST
  @Operation(summary = "Store a batch of metric points and digests")
  public BatchStored store(@PathParam("attemptId") long attempt, MetricBatch batch) {
    return batches.store(attempt, ValidBatch.of(Values.present("body", batch)));
  }
}
