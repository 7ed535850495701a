package dev.hypersweep.orchestrator.audit;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.database.Transactions;
import dev.hypersweep.orchestrator.live.Changed;
import dev.hypersweep.orchestrator.live.Changes;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.problem.ProblemType;
import dev.hypersweep.protocol.CanonicalJson;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.sweeps.RunIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Takes requests for audits. What is queued is made of the manifest alone, the dataset's content
 * hash included, so that a trainer refuses other data. A manifest whose seal is broken is judged at
 * once, and nothing is executed.
 */
@ApplicationScoped
public class AuditRequests {

  /** Before every sweep: somebody waits for the answer. */
  private static final int PRIORITY = 1_000_000;

  /** A reused run is audited by the manifest of the run whose numbers it has. */
  private static final String RUN =
      """
      select r.state, r.team_id, s.manifest, s.seal
      from run r left join result s on s.run_id = coalesce(r.reused_from, r.id)
      where r.id = ?
      """;

  private static final String QUEUE =
      """
      insert into run (kind, team_id, dataset, seed, specification, identity, state, priority,
                       device, threads, memory_bytes)
      values ('AUDIT', ?, ?, ?, ?::jsonb, ?, 'WAITING', ?, ?, ?, ?)
      returning id
      """;

  @Inject Sql sql;
  @Inject Transactions transactions;
  @Inject Changes changes;

  private record Candidate(String state, long team, SealedManifest manifest) {}

  /**
   * Queues or judges an audit; its id.
   *
   * @throws ProblemException 404 if there is no such run, 409 if it has no result
   */
  public long request(long run) {
    return transactions.run(
        () -> {
          Candidate candidate = candidate(run);
          if (!candidate.manifest.holds()) {
            return judged(
                run,
                Verdict.SEAL_BROKEN,
                "The stored manifest is not the one that was sealed: its SHA-256 is another one."
                    + " Nothing was executed.");
          }
          try {
            return queued(run, candidate.team, candidate.manifest.specification());
          } catch (SealedManifest.Unreadable e) {
            return judged(
                run,
                Verdict.NOT_REPRODUCIBLE,
                "The seal holds, but the manifest cannot be executed: " + e.getMessage() + ".");
          }
        });
  }

  private Candidate candidate(long run) {
    Candidate candidate =
        sql.first(
                RUN,
                row ->
                    new Candidate(
                        row.getString("state"),
                        row.getLong("team_id"),
                        new SealedManifest(row.getString("manifest"), row.getString("seal"))),
                run)
            .orElseThrow(() -> ProblemException.notFound("run", run));
    if (candidate.manifest.text() == null) {
      throw new ProblemException(
          ProblemType.ILLEGAL_TRANSITION,
          "Run %d is %s and has no result: only a run with a result can be audited."
              .formatted(run, candidate.state));
    }
    return candidate;
  }

  private long queued(long run, long team, RunSpecification specification) {
    long execution =
        sql.number(
            QUEUE,
            team,
            specification.dataset(),
            specification.seed(),
            CanonicalJson.of(specification),
            RunIdentity.of(specification),
            PRIORITY,
            specification.resources().device(),
            specification.resources().threads(),
            specification.resources().memoryBytes());
    changes.note(Changed.Kind.RUN, execution);
    return stored(run, execution).id;
  }

  private long judged(long run, Verdict verdict, String reason) {
    StoredAudit audit = stored(run, null);
    audit.judge(Judgement.without(verdict, reason));
    return audit.id;
  }

  private StoredAudit stored(long run, Long execution) {
    StoredAudit audit = new StoredAudit(run, execution);
    audit.persist();
    changes.note(Changed.Kind.AUDIT, audit.id);
    return audit;
  }
}
