package dev.hypersweep.orchestrator.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Where the content of artifacts lies, named by its SHA-256. */
public interface ArtifactStore {

  /**
   * Takes content in without keeping it yet.
   *
   * @throws IOException if the content breaks off
   * @throws dev.hypersweep.orchestrator.problem.ProblemException storage-full if there is no room,
   *     too-large beyond {@code mostBytes}; nothing is left behind
   */
  Incoming receive(InputStream content, long mostBytes) throws IOException;

  /** The content of that hash, or empty if it was never kept. */
  Optional<InputStream> open(String sha256) throws IOException;

  /** The content of that hash as a file on this machine's disk, or empty if it was never kept. */
  Optional<Path> local(String sha256) throws IOException;

  /** Content that is here and durable, but not kept until it is said so. */
  interface Incoming extends AutoCloseable {
    /** Lower-case hex. */
    String sha256();

    /** Size in bytes. */
    long bytes();

    /** Keeps it: from now on it can be opened, also after a crash. */
    void keep() throws IOException;

    /** Throws it away unless it was kept. */
    @Override
    void close() throws IOException;
  }
}
