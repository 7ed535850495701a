package dev.hypersweep.orchestrator.worker;

import dev.hypersweep.orchestrator.problem.Values;
import dev.hypersweep.protocol.Heartbeat;
import dev.hypersweep.protocol.HeartbeatAnswer;
import dev.hypersweep.protocol.RunFailure;
import dev.hypersweep.protocol.RunPause;
import dev.hypersweep.protocol.RunResult;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How an attempt shows that it lives, and how it ends. */
@Path("/api/v1/worker/attempts/{attemptId}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "worker protocol")
public class AttemptResource {

  @Inject Heartbeats heartbeats;
  @Inject Results results;
  @Inject Pauses pauses;
  @Inject Failures failures;

  /** The lease lives on; the answer says what the attempt shall do. */
  @POST
  @Path("heartbeat")
  @Operation(summary = "Extend the lease")
  public HeartbeatAnswer heartbeat(@PathParam("attemptId") long attempt, Heartbeat heartbeat) {
    Values.present("body", heartbeat);
    Values.count("step", heartbeat.step());
    return heartbeats.beat(attempt, heartbeat);
  }

  /** The attempt came to its end. The same result again changes nothing. */
  @POST
  @Path("result")
  @Operation(summary = "Report the result")
  public Map<String, Object> result(@PathParam("attemptId") long attempt, RunResult result) {
    results.accept(attempt, ValidResult.of(Values.present("body", result)));
    return Map.of();
  }

  /** The attempt paused at the rung that its lease names. The same pause again changes nothing. */
  @POST
  @Path("pause")
  @Operation(summary = "Report a pause at a rung")
  public Map<String, Object> pause(@PathParam("attemptId") long attempt, RunPause pause) {
    Values.present("body", pause);
    Values.count("step", pause.step());
    pauses.accept(attempt, pause);
    return Map.of();
  }

  /** The attempt ended without a result. The same failure again changes nothing. */
  @POST
  @Path("failure")
  @Operation(summary = "Report a failure")
  public Map<String, Object> failure(@PathParam("attemptId") long attempt, RunFailure failure) {
    Values.present("body", failure);
    Values.present("failureClass", failure.failureClass());
    Values.count("step", failure.step());
    failures.accept(
        attempt,
        new RunFailure(
            failure.generation(),
            failure.failureClass(),
            Values.text("message", failure.message()),
            failure.step()));
    return Map.of();
  }
}
