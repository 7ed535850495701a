package dev.hypersweep.orchestrator.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.database.Transactions;
import dev.hypersweep.orchestrator.live.Changed;
import dev.hypersweep.orchestrator.live.Changes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Judges audits whose execution has ended: each exactly once, however often it is asked and by
 * however many threads.
 */
@ApplicationScoped
public class AuditJudge {

  private static final String ENDED =
      """
      select a.id from audit a join run r on r.id = a.execution_run_id
      where a.state <> 'JUDGED' and r.state in ('SUCCEEDED', 'PRUNED', 'FAILED', 'CANCELLED')
      order by a.id
      """;

  private static final String OPEN =
      """
      select coalesce(o.reused_from, o.id) as original, o.specification::text as queued,
             s.manifest, s.seal, r.id as execution, r.state, r.failure_class, r.failure_message
      from audit a
      join run o on o.id = a.run_id
      left join result s on s.run_id = coalesce(o.reused_from, o.id)
      join run r on r.id = a.execution_run_id
      where a.id = ? and a.state <> 'JUDGED'
        and r.state in ('SUCCEEDED', 'PRUNED', 'FAILED', 'CANCELLED')
      for update of a
      """;

  @Inject Sql sql;
  @Inject Transactions transactions;
  @Inject Changes changes;
  @Inject EvidenceRows evidence;
  @Inject ObjectMapper mapper;

  private record Open(
      long original,
      String queued,
      SealedManifest manifest,
      long execution,
      String state,
      String failureClass,
      String failureMessage) {}

  /** Judges every audit that can be judged now. */
  public void judgeEnded() {
    List<Long> ended = sql.list(ENDED, row -> row.getLong(1));
    ended.forEach(this::judge);
  }

  private void judge(long audit) {
    transactions.run(
        () ->
            open(audit)
                .ifPresent(
                    open -> {
                      StoredAudit.<StoredAudit>findById(audit).judge(judgement(open));
                      changes.note(Changed.Kind.AUDIT, audit);
                    }));
  }

  private Optional<Open> open(long audit) {
    return sql.first(
        OPEN,
        row ->
            new Open(
                row.getLong("original"),
                row.getString("queued"),
                new SealedManifest(row.getString("manifest"), row.getString("seal")),
                row.getLong("execution"),
                row.getString("state"),
                row.getString("failure_class"),
                row.getString("failure_message")),
        audit);
  }

  private Judgement judgement(Open open) {
    Optional<Evidence> repeated = evidence.of(open.execution);
    if (repeated.isEmpty()) {
      return Judgement.without(
          Verdict.NOT_REPRODUCIBLE,
          open.state.equals("FAILED")
              ? "The execution failed (%s): %s".formatted(open.failureClass, open.failureMessage)
              : "The execution ended as %s, without a result.".formatted(open.state));
    }
    Judgement judgement =
        evidence
            .of(open.original)
            .map(original -> Judgement.of(original, repeated.get()))
            .orElseGet(
                () ->
                    Judgement.without(
                        Verdict.NOT_REPRODUCIBLE, "The original's result is not stored any more."));
    return judgement.verdict() == Verdict.DIFFERENT
        ? judgement.explainedBy(ManifestDrift.words(queued(open), open.manifest.tree()))
        : judgement;
  }

  private JsonNode queued(Open open) {
    try {
      return mapper.readTree(open.queued);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("run.specification is jsonb", e);
    }
  }
}
