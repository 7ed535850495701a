package dev.hypersweep.orchestrator.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.database.Transactions;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.run.AcceptedResult;
import dev.hypersweep.orchestrator.run.Attempts;
import dev.hypersweep.orchestrator.run.LockedRun;
import dev.hypersweep.orchestrator.run.RunLocks;
import dev.hypersweep.orchestrator.run.RunState;
import dev.hypersweep.orchestrator.run.RunTransitions;
import dev.hypersweep.protocol.CanonicalJson;
import dev.hypersweep.protocol.Manifest;
import dev.hypersweep.protocol.RunResult;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.protocol.Sha256;
import dev.hypersweep.protocol.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Results that workers report: a run accepts one, and never another. */
@ApplicationScoped
public class Results {

  private record Leased(RunSpecification specification, String identity) {}

  @Inject Sql sql;
  @Inject ObjectMapper mapper;
  @Inject Attempts attempts;
  @Inject Fence fence;
  @Inject RunLocks locks;
  @Inject RunTransitions transitions;
  @Inject Transactions transactions;

  /** Ends the run; 409 if the attempt had ended in another way, 404 if it never existed. */
  void accept(long attemptId, RunResult result) {
    transactions.run(
        () -> {
          LockedRun run = locks.lock(attempts.get(attemptId).runId());
          if (!isKnown(attemptId, result)) {
            fence.demand(run, attemptId, result.generation());
            end(run, attemptId, result);
          }
        });
  }

  private void end(LockedRun run, long attemptId, RunResult result) {
    if (run.signal() == Signal.CANCEL) {
      attempts.end(attemptId, Attempts.State.CANCELLED, null, null);
      transitions.end(run, RunState.Event.CANCEL);
      return;
    }
    Leased leased = leased(run.id());
    demandSame(leased.specification(), result.manifest().specification());
    sql.update(
        "update attempt set step = greatest(step, ?) where id = ?", result.steps(), attemptId);
    attempts.end(attemptId, Attempts.State.ACCEPTED, null, null);
    // Flushed, as the plain SQL of the transitions reads it.
    AcceptedResult.of(run.id(), attemptId, result).persistAndFlush();
    // What was computed, which need not be what the worker had announced at its registration.
    sql.update(
        "update run set fingerprint = ? where id = ?",
        fingerprint(leased.identity(), result.manifest()),
        run.id());
    transitions.end(run, result.pruned() ? RunState.Event.PRUNE : RunState.Event.SUCCEED);
  }

  private boolean isKnown(long attemptId, RunResult result) {
    return sql.number(
            """
            select count(*) from attempt a left join result r on r.attempt_id = a.id
            where a.id = ? and a.generation = ?
              and a.state = 'ACCEPTED' and r.seal = ? and r.chain = ? and r.steps = ?
            """,
            attemptId,
            result.generation(),
            result.seal(),
            result.chain(),
            result.steps())
        > 0;
  }

  private Leased leased(long runId) {
    return sql.first(
            "select specification, identity from run where id = ?",
            row -> {
              try {
                return new Leased(
                    mapper.readValue(row.getString("specification"), RunSpecification.class),
                    row.getString("identity"));
              } catch (JsonProcessingException e) {
                throw new IllegalStateException("a stored specification cannot be read", e);
              }
            },
            runId)
        .orElseThrow();
  }

  /** A worker must have executed what it was told to, with the dataset's hash filled in. */
  private static void demandSame(RunSpecification told, RunSpecification executed) {
    if (!withoutHash(told).equals(withoutHash(executed))) {
      throw ProblemException.invalidValue(
          "manifest.specification",
          CanonicalJson.of(executed),
          "is not what the lease said",
          "execute the lease's specification");
    }
    if (told.datasetHash() != null && !told.datasetHash().equals(executed.datasetHash())) {
      throw ProblemException.invalidValue(
          "manifest.specification.datasetHash",
          executed.datasetHash(),
          "is not what the lease said",
          "report BAD_DATA for other data");
    }
  }

  private static String withoutHash(RunSpecification specification) {
    return CanonicalJson.of(
        new RunSpecification(
            specification.dataset(),
            null,
            specification.variant(),
            specification.settings(),
            specification.seed(),
            specification.resources()));
  }

  private static String fingerprint(String identity, Manifest manifest) {
    return Sha256.hex(
        identity
            + "\n"
            + manifest.dataset().contentHash()
            + "\n"
            + manifest.environment().fingerprint());
  }
}
