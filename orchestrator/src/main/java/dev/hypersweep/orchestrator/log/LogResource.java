package dev.hypersweep.orchestrator.log;

import dev.hypersweep.orchestrator.problem.Values;
import dev.hypersweep.protocol.BatchStored;
import dev.hypersweep.protocol.LogChunk;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where logs come in. */
@Path("/api/v1/worker/attempts/{attemptId}/logs")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "worker protocol")
public class LogResource {

  @Inject LogChunks chunks;

  /** Stores a chunk once. */
  @POST
  @Operation(summary = "Store lines that an attempt wrote")
  public BatchStored store(@PathParam("attemptId") long attempt, LogChunk chunk) {
    Values.present("body", chunk);
    Values.count("sequence", chunk.sequence());
    return chunks.store(
        attempt,
        new LogChunk(chunk.generation(), chunk.sequence(), Values.text("text", chunk.text())));
  }
}
