package dev.hypersweep.agent;

import dev.hypersweep.agent.spool.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The id of the request for the next lease, on disk before it is sent: an agent that dies between
 * the orchestrator's answer and its own first note of it asks again with the same id, and gets the
 * same lease at once instead of waiting for its expiry.
 */
final class LeaseTicket {

  private final Path path;
  private String id;

  /**
   * @throws IOException if neither an old id can be read nor a new one written
   */
  LeaseTicket(Path folder) throws IOException {
    path = folder.resolve("lease-request");
    if (Files.isRegularFile(path)) {
      id = Files.readString(path, StandardCharsets.UTF_8).strip();
    }
    if (id == null || !id.matches("[0-9a-f-]{36}")) {
      renew();
    }
  }

  String id() {
    return id;
  }

  /** The lease was taken: the next request is another one. */
  void renew() throws IOException {
    id = UUID.randomUUID().toString();
    DurableFile.write(path, id.getBytes(StandardCharsets.UTF_8));
  }
}
