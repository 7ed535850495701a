package dev.hypersweep.agent.attempt;

import dev.hypersweep.agent.spool.SpoolRecord;
import dev.hypersweep.agent.wire.Answer;
import dev.hypersweep.agent.wire.Orchestrator;
import dev.hypersweep.protocol.ArtifactStored;
import dev.hypersweep.protocol.Lease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * Sends files that are no checkpoints, each under the name that it was kept by; one that arrived
 * leaves the disk. Not thread-safe.
 */
final class ArtifactUpload {

  private static final Logger LOG = Logger.getLogger(ArtifactUpload.class);
  private static final int MOST_DIFFERENT = 5;

  private final Orchestrator orchestrator;
  private final Lease lease;
  private int different;

  ArtifactUpload(Orchestrator orchestrator, Lease lease) {
    this.orchestrator = orchestrator;
    this.lease = lease;
  }

  Answer<ArtifactStored> send(SpoolRecord.Artifact artifact) {
    Path file = Path.of(artifact.path());
    try {
      if (!Files.isRegularFile(file)) {
        // Replayed after a crash: it was uploaded and removed, only its mark was lost.
        LOG.warnf("%s is not there any more: passed over", file);
        return new Answer.Accepted<>(null);
      }
      Answer<ArtifactStored> answer =
          orchestrator.upload(
              lease.attemptId(),
              lease.generation(),
              artifact.kind(),
              artifact.step(),
              artifact.name(),
              file);
      if (!(answer instanceof Answer.Accepted<ArtifactStored> accepted)) {
        return answer;
      }
      String ours = CheckpointUpload.sha256(file);
      String theirs = accepted.body() == null ? null : accepted.body().sha256();
      if (!ours.equals(theirs)) {
        String what = artifact.kind() + " arrived as " + theirs + " but is " + ours;
        return ++different < MOST_DIFFERENT
            ? new Answer.Away<>(what)
            : new Answer.Refused<>(0, what);
      }
      Files.deleteIfExists(file);
      return answer;
    } catch (IOException e) {
      return new Answer.Refused<>(0, artifact.kind() + " cannot be read: " + e);
    }
  }
}
