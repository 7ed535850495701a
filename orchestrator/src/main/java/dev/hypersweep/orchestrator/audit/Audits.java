package dev.hypersweep.orchestrator.audit;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.run.WaitingReason;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads audits. */
@ApplicationScoped
public class Audits {

  @Inject Sql sql;
  @Inject WaitingReason waiting;

  /**
   * One audit.
   *
   * @throws ProblemException 404
   */
  @Transactional
  public Audit one(long id) {
    return StoredAudit.<StoredAudit>findByIdOptional(id)
        .map(this::audit)
        .orElseThrow(() -> ProblemException.notFound("audit", id));
  }

  /**
   * The audits of a run, newest first.
   *
   * @throws ProblemException 404 if there is no such run
   */
  @Transactional
  public Audit.All of(long run) {
    if (sql.list("select 1 from run where id = ?", row -> 1, run).isEmpty()) {
      throw ProblemException.notFound("run", run);
    }
    List<StoredAudit> audits = StoredAudit.list("runId", Sort.descending("id"), run);
    return new Audit.All(audits.stream().map(this::audit).toList());
  }

  private Audit audit(StoredAudit audit) {
    Audit.State state = audit.reached();
    AuditDetail detail =
        switch (state) {
          case WAITING -> AuditDetail.of(waitsFor(audit.executionRunId));
          case RUNNING ->
              AuditDetail.of("A worker executes it now, as run " + audit.executionRunId + ".");
          case JUDGED -> audit.detail;
        };
    return new Audit(
        audit.id,
        audit.runId,
        state,
        audit.verdict,
        audit.firstDifference,
        detail.reason(),
        audit.steps,
        audit.executionRunId,
        detail.metrics(),
        detail.environmentDifferences(),
        audit.createdAt,
        audit.judgedAt);
  }

  private String waitsFor(long execution) {
    return waiting
        .of(execution)
        .map(need -> "Waits: " + need + ".")
        .orElse("A worker is about to execute it.");
  }
}
