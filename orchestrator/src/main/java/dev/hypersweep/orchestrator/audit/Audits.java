package dev.hypersweep.orchestrator.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.run.WaitingReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Reads audits. Whether one waits or runs is read off its execution, so it is never out of date.
 */
@ApplicationScoped
public class Audits {

  private static final String SELECT =
      """
      select a.id, a.run_id, a.verdict, a.first_difference, a.detail::text as detail,
             a.execution_run_id, a.created_at, a.judged_at, s.steps,
             case when a.state = 'JUDGED' then 'JUDGED'
                  when e.state = 'WAITING' then 'WAITING'
                  else 'RUNNING' end as state
      from audit a
      join run r on r.id = a.run_id
      left join result s on s.run_id = coalesce(r.reused_from, r.id)
      left join run e on e.id = a.execution_run_id
      """;

  @Inject Sql sql;
  @Inject ObjectMapper mapper;
  @Inject WaitingReason waiting;

  /**
   * One audit.
   *
   * @throws ProblemException 404
   */
  public Audit one(long id) {
    return sql.first(SELECT + "where a.id = ?", this::audit, id)
        .orElseThrow(() -> ProblemException.notFound("audit", id));
  }

  /**
   * The audits of a run, newest first.
   *
   * @throws ProblemException 404 if there is no such run
   */
  public Audit.All of(long run) {
    if (sql.list("select 1 from run where id = ?", row -> 1, run).isEmpty()) {
      throw ProblemException.notFound("run", run);
    }
    List<Audit> items =
        sql.list(SELECT + "where a.run_id = ? order by a.id desc", this::audit, run);
    return new Audit.All(items);
  }

  private Audit audit(ResultSet row) throws SQLException {
    Audit.State state = Audit.State.valueOf(row.getString("state"));
    Long execution = row.getObject("execution_run_id", Long.class);
    AuditDetail detail =
        switch (state) {
          case WAITING -> AuditDetail.of(waitsFor(execution));
          case RUNNING -> AuditDetail.of("A worker executes it now, as run " + execution + ".");
          case JUDGED -> detail(row.getString("detail"));
        };
    String verdict = row.getString("verdict");
    return new Audit(
        row.getLong("id"),
        row.getLong("run_id"),
        state,
        verdict == null ? null : Verdict.valueOf(verdict),
        row.getObject("first_difference", Long.class),
        detail.reason(),
        row.getObject("steps", Long.class),
        execution,
        detail.metrics(),
        detail.environmentDifferences(),
        instant(row, "created_at"),
        instant(row, "judged_at"));
  }

  private String waitsFor(long execution) {
    return waiting
        .of(execution)
        .map(need -> "Waits: " + need + ".")
        .orElse("A worker is about to execute it.");
  }

  private AuditDetail detail(String text) {
    try {
      return mapper.readValue(text, AuditDetail.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("audit.detail of a judged audit is one of ours", e);
    }
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
