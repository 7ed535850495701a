package dev.hypersweep.orchestrator.artifact;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.database.Transactions;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.problem.ProblemType;
import dev.hypersweep.orchestrator.worker.Fence;
import dev.hypersweep.protocol.ArtifactStored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Files that attempts leave. Stored once under their attempt and name, and never after the lease
 * has ended; a row is only committed when its content is durable.
 */
@ApplicationScoped
public class Artifacts {

  /**
   * What the path and the query say of an upload.
   *
   * @param step steps done, for a checkpoint; else null
   * @param kind what a file is that is no checkpoint; may be null
   * @param made steps done when a file with a kind was announced; else null
   * @param sha256 may be null
   */
  record Upload(
      long attemptId,
      long generation,
      String name,
      Long step,
      String kind,
      Long made,
      String sha256) {}

  @Inject Sql sql;
  @Inject Transactions transactions;
  @Inject Fence fence;
  @Inject ArtifactStore store;

  @ConfigProperty(name = "hypersweep.limit.artifact")
  long mostBytes;

  /** Takes content in; 409 if the lease has ended, also while it was being sent. */
  ArtifactStored accept(Upload upload, InputStream content) throws IOException {
    // Refuse a late worker before it sends gigabytes; the transaction below decides.
    fence.demand(upload.attemptId(), upload.generation());
    try (ArtifactStore.Incoming incoming = store.receive(content, mostBytes)) {
      if (upload.sha256() != null && !upload.sha256().equalsIgnoreCase(incoming.sha256())) {
        throw ProblemException.invalidValue(
            "sha256", upload.sha256(), "is not the content's", "it is " + incoming.sha256());
      }
      transactions.run(() -> keep(upload, incoming));
      return new ArtifactStored(incoming.sha256(), incoming.bytes());
    }
  }

  private void keep(Upload upload, ArtifactStore.Incoming incoming) {
    fence.demand(upload.attemptId(), upload.generation());
    int stored =
        sql.update(
            """
            insert into artifact (attempt_id, name, step, kind, made_step, sha256, bytes)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (attempt_id, name) do nothing
            """,
            upload.attemptId(),
            upload.name(),
            upload.step(),
            upload.kind(),
            upload.made(),
            incoming.sha256(),
            incoming.bytes());
    if (stored == 0) {
      demandSame(upload, incoming.sha256());
    }
    try {
      incoming.keep();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void demandSame(Upload upload, String sha256) {
    long same =
        sql.number(
            """
            select count(*) from artifact
            where attempt_id = ? and name = ? and sha256 = ? and step is not distinct from ?
            """,
            upload.attemptId(),
            upload.name(),
            sha256,
            upload.step());
    if (same == 0) {
      throw new ProblemException(
          ProblemType.IDEMPOTENCY_CONFLICT,
          "Attempt "
              + upload.attemptId()
              + " has stored something else as "
              + upload.name()
              + ": use another name.");
    }
  }

  /** The content of that hash, if some attempt has stored it. */
  Optional<InputStream> open(String sha256) throws IOException {
    boolean known = sql.number("select count(*) from artifact where sha256 = ?", sha256) > 0;
    return known ? store.open(sha256) : Optional.empty();
  }
}
