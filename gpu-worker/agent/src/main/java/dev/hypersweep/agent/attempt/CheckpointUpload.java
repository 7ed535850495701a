package dev.hypersweep.agent.attempt;

import dev.hypersweep.agent.spool.SpoolRecord;
import dev.hypersweep.agent.wire.Answer;
import dev.hypersweep.agent.wire.Orchestrator;
import dev.hypersweep.protocol.ArtifactStored;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import org.jboss.logging.Logger;

/**
 * Sends checkpoints and keeps the disk clear: a file that was uploaded goes when the next one was,
 * so the newest stays. Not thread-safe.
 */
final class CheckpointUpload {

  private static final Logger LOG = Logger.getLogger(CheckpointUpload.class);
  private static final int MOST_DIFFERENT = 5;

  private final Orchestrator orchestrator;
  private final Lease lease;
  private Path uploaded;
  private int different;

  CheckpointUpload(Orchestrator orchestrator, Lease lease) {
    this.orchestrator = orchestrator;
    this.lease = lease;
  }

  Answer<ArtifactStored> send(SpoolRecord.Checkpoint checkpoint) {
    Path file = Path.of(checkpoint.path());
    try {
      if (!Files.isRegularFile(file)) {
        // Replayed after a crash: it was uploaded and removed, only its mark was lost.
        LOG.warnf("checkpoint %s is not there any more: passed over", file);
        return new Answer.Accepted<>(null);
      }
      return checked(
          file,
          orchestrator.upload(
              lease.attemptId(), lease.generation(), checkpoint.step(), checkpoint.name(), file));
    } catch (IOException e) {
      return new Answer.Refused<>(0, "checkpoint cannot be read: " + e);
    }
  }

  private Answer<ArtifactStored> checked(Path file, Answer<ArtifactStored> answer)
      throws IOException {
    if (!(answer instanceof Answer.Accepted<ArtifactStored> accepted)) {
      return answer;
    }
    String ours = sha256(file);
    String theirs = accepted.body() == null ? null : accepted.body().sha256();
    if (!ours.equals(theirs)) {
      String what = "checkpoint arrived as " + theirs + " but is " + ours;
      return ++different < MOST_DIFFERENT ? new Answer.Away<>(what) : new Answer.Refused<>(0, what);
    }
    if (uploaded != null && !uploaded.equals(file)) {
      Files.deleteIfExists(uploaded);
    }
    uploaded = file;
    return answer;
  }

  /** Lower-case hex digest of a file's content. */
  static String sha256(Path file) throws IOException {
    try (InputStream content = new DigestInputStream(Files.newInputStream(file), Sha256.digest())) {
      content.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) content).getMessageDigest().digest());
    }
  }
}
