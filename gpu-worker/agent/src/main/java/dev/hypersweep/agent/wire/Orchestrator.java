package dev.hypersweep.agent.wire;

import dev.hypersweep.protocol.ArtifactStored;
import dev.hypersweep.protocol.BatchStored;
import dev.hypersweep.protocol.Heartbeat;
import dev.hypersweep.protocol.HeartbeatAnswer;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.LeaseRequest;
import dev.hypersweep.protocol.LogChunk;
import dev.hypersweep.protocol.MetricBatch;
import dev.hypersweep.protocol.RunFailure;
import dev.hypersweep.protocol.RunPause;
import dev.hypersweep.protocol.RunResult;
import dev.hypersweep.protocol.SignOff;
import dev.hypersweep.protocol.WorkerRegistered;
import dev.hypersweep.protocol.WorkerRegistration;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The worker protocol, one method per request. Each sends once: who wants it sent again, sends it
 * again. Blocking, thread-safe.
 */
public final class Orchestrator {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration SHORT_PATIENCE = Duration.ofSeconds(3);
  private static final Duration LONGEST_DOWNLOAD = Duration.ofMinutes(30);
  private static final long SLOWEST_BYTES_PER_SECOND = 256 * 1024;

  private final Exchange exchange;

  public Orchestrator(Address address) {
    this.exchange = new Exchange(address);
  }

  public Answer<WorkerRegistered> register(WorkerRegistration registration) {
    return post("/registrations", registration, WorkerRegistered.class);
  }

  public Answer<Void> signOff(SignOff signOff) {
    return post("/sign-offs", signOff, SHORT_PATIENCE, Void.class);
  }

  /** Accepted with null: there is nothing to do. */
  public Answer<Lease> lease(LeaseRequest request) {
    return post("/leases", request, Lease.class);
  }

  public Answer<HeartbeatAnswer> heartbeat(long attempt, Heartbeat heartbeat) {
    return post("/attempts/" + attempt + "/heartbeat", heartbeat, HeartbeatAnswer.class);
  }

  public Answer<BatchStored> metrics(long attempt, MetricBatch batch) {
    return post("/attempts/" + attempt + "/metrics", batch, BatchStored.class);
  }

  public Answer<BatchStored> logs(long attempt, LogChunk chunk) {
    return post("/attempts/" + attempt + "/logs", chunk, BatchStored.class);
  }

  public Answer<Void> result(long attempt, RunResult result) {
    return post("/attempts/" + attempt + "/result", result, Void.class);
  }

  public Answer<Void> pause(long attempt, RunPause pause) {
    return post("/attempts/" + attempt + "/pause", pause, Void.class);
  }

  public Answer<Void> failure(long attempt, RunFailure failure) {
    return post("/attempts/" + attempt + "/failure", failure, Void.class);
  }

  /**
   * Streams a checkpoint.
   *
   * @throws IOException if the file cannot be read
   */
  public Answer<ArtifactStored> upload(
      long attempt, long generation, long step, String name, Path file) throws IOException {
    return upload(
        "/attempts/%d/artifacts/%s?generation=%d&step=%d"
            .formatted(attempt, name, generation, step),
        file);
  }

  /**
   * Streams a file of another kind.
   *
   * @param step steps done when it was made
   * @throws IOException if the file cannot be read
   */
  public Answer<ArtifactStored> upload(
      long attempt, long generation, String kind, long step, String name, Path file)
      throws IOException {
    return upload(
        "/attempts/%d/artifacts/%s?generation=%d&kind=%s&made=%d"
            .formatted(attempt, name, generation, kind, step),
        file);
  }

  private Answer<ArtifactStored> upload(String path, Path file) throws IOException {
    Duration patience = PATIENCE.plusSeconds(Files.size(file) / SLOWEST_BYTES_PER_SECOND);
    return exchange.send(
        path,
        patience,
        request ->
            request.header("Content-Type", "application/octet-stream").PUT(Exchange.file(file)),
        ArtifactStored.class);
  }

  /** Writes an artifact's content to {@code file}, replacing what was there. */
  public Answer<Path> download(String sha256, Path file) {
    return exchange.fetch("/artifacts/" + sha256, file, LONGEST_DOWNLOAD);
  }

  private <T> Answer<T> post(String path, Object body, Class<T> type) {
    return post(path, body, PATIENCE, type);
  }

  private <T> Answer<T> post(String path, Object body, Duration patience, Class<T> type) {
    return exchange.send(
        path,
        patience,
        request ->
            request
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body))),
        type);
  }
}
