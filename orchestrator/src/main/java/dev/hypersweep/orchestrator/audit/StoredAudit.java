package dev.hypersweep.orchestrator.audit;

import dev.hypersweep.orchestrator.run.RunState;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;

/**
 * An audit's row, with what it says of other rows: asked for once, and changed once, by the
 * verdict.
 */
@Entity
@Table(name = "audit")
class StoredAudit extends PanacheEntityBase {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  long runId;
  Long executionRunId;

  @Enumerated(EnumType.STRING)
  Audit.State state = Audit.State.WAITING;

  @Enumerated(EnumType.STRING)
  Verdict verdict;

  Long firstDifference;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(insertable = false)
  AuditDetail detail;

  @CurrentTimestamp(event = EventType.INSERT)
  Instant createdAt;

  @CurrentTimestamp(event = EventType.UPDATE)
  Instant judgedAt;

  /** Steps of the result under audit. */
  @Formula(
      """
      (select s.steps from result s join run r on s.run_id = coalesce(r.reused_from, r.id)
       where r.id = run_id)
      """)
  Long steps;

  @Enumerated(EnumType.STRING)
  @Formula("(select r.state from run r where r.id = execution_run_id)")
  RunState executionState;

  /** For Hibernate. */
  StoredAudit() {}

  /** {@code executionRunId} is null if nothing is executed. */
  StoredAudit(long runId, Long executionRunId) {
    this.runId = runId;
    this.executionRunId = executionRunId;
  }

  /** Whether it waits or runs is read off its execution, so it is never out of date. */
  Audit.State reached() {
    if (state == Audit.State.JUDGED) {
      return state;
    }
    return executionState == RunState.WAITING ? Audit.State.WAITING : Audit.State.RUNNING;
  }

  void judge(Judgement judgement) {
    state = Audit.State.JUDGED;
    verdict = judgement.verdict();
    firstDifference = judgement.firstDifference();
    detail = judgement.detail();
  }
}
