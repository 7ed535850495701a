package dev.hypersweep.orchestrator.run;

import dev.hypersweep.orchestrator.database.Columns;
import dev.hypersweep.orchestrator.database.Json;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.protocol.RunSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reads one run with all that belongs to it. */
@ApplicationScoped
public class RunDetails {

  private static final String REST =
      """
      select r.kind, r.specification, r.failure_message, o.fingerprint
      from run r join run o on o.id = coalesce(r.reused_from, r.id)
      where r.id = ?
      """;

  private static final String ATTEMPTS =
      """
      select a.id, a.generation, w.name as worker, a.state, a.resumed_from, a.resumed_step,
             a.step, a.failure_class, a.failure_message, a.started_at, a.finished_at
      from attempt a join worker w on w.id = a.worker_id
      where a.run_id = ?
      order by a.generation
      """;

  private static final String ARTIFACTS =
      """
      select f.name, f.step, f.kind, f.sha256, f.bytes, f.attempt_id
      from artifact f join attempt a on a.id = f.attempt_id
      where a.run_id = ?
      order by a.generation, f.step nulls last, f.name
      """;

  @Inject Sql sql;
  @Inject Json json;
  @Inject RunRows rows;
  @Inject WaitingReason waiting;
  @Inject PruningReasons pruning;

  private record Rest(
      String kind, RunSpecification specification, String failureMessage, String fingerprint) {}

  /**
   * The run.
   *
   * @throws ProblemException not found
   */
  @Transactional
  RunDetail of(long run) {
    RunSummary summary = rows.one(run).orElseThrow(() -> ProblemException.notFound("run", run));
    Rest rest =
        sql.first(
                REST,
                row ->
                    new Rest(
                        row.getString("kind"),
                        json.read(row.getString("specification"), RunSpecification.class),
                        row.getString("failure_message"),
                        row.getString("fingerprint")),
                run)
            .orElseThrow();
    long computed = summary.reusedFrom() == null ? run : summary.reusedFrom();
    Optional<AcceptedResult> result = AcceptedResult.findByIdOptional(computed);
    return new RunDetail(
        summary.id(),
        summary.sweepId(),
        summary.trialId(),
        summary.trialNumber(),
        summary.variant(),
        summary.dataset(),
        summary.seed(),
        summary.state(),
        summary.step(),
        summary.steps(),
        summary.rung(),
        summary.metric(),
        summary.value(),
        summary.worker(),
        attempts(computed),
        summary.reusedFrom(),
        summary.failureClass(),
        summary.startedAt(),
        summary.finishedAt(),
        summary.seconds(),
        rest.kind(),
        rest.specification(),
        result.map(one -> new TreeMap<>(one.metrics)).orElseGet(TreeMap::new),
        result.map(one -> one.cost).orElse(null),
        result.map(one -> one.earlyStop).orElse(null),
        rest.failureMessage(),
        waiting.of(run).orElse(null),
        prunedBecause(summary),
        artifacts(computed),
        rest.fingerprint(),
        result.map(one -> one.comparabilityClass).orElse(null));
  }

  private List<RunAttempt> attempts(long computed) {
    return sql.list(
        ATTEMPTS,
        row ->
            new RunAttempt(
                row.getLong("id"),
                row.getLong("generation"),
                row.getString("worker"),
                row.getString("state"),
                Columns.longOrNull(row, "resumed_from"),
                row.getLong("resumed_step"),
                row.getLong("step"),
                row.getString("failure_class"),
                row.getString("failure_message"),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "finished_at")),
        computed);
  }

  private List<RunArtifact> artifacts(long computed) {
    return sql.list(
        ARTIFACTS,
        row ->
            new RunArtifact(
                row.getString("name"),
                Columns.longOrNull(row, "step"),
                row.getString("kind"),
                row.getString("sha256"),
                row.getLong("bytes"),
                row.getLong("attempt_id")),
        computed);
  }

  private String prunedBecause(RunSummary run) {
    return run.state() == RunState.PRUNED && run.trialId() != null
        ? pruning.of(List.of(run.trialId())).get(run.trialId())
        : null;
  }
}
