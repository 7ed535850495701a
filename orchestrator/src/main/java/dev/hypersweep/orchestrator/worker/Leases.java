package dev.hypersweep.orchestrator.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.orchestrator.database.Columns;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.ResumePoint;
import dev.hypersweep.protocol.RunSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads live leases. */
@ApplicationScoped
public class Leases {

  @Inject Sql sql;
  @Inject ObjectMapper mapper;

  /** The lease that this request was given on that run; empty if it has ended meanwhile. */
  Optional<Lease> of(long runId, long workerId, String requestId) {
    return sql.first(
        """
        select a.id as attempt_id, r.id as run_id, r.generation, r.specification,
               greatest(0, floor(extract(epoch from r.lease_expires_at - clock_timestamp())))::int
                 as seconds,
               a.resumed_from, a.resumed_step, r.until,
               (select f.sha256 from artifact f
                where f.attempt_id = a.resumed_from and f.step = a.resumed_step
                order by f.id desc limit 1) as checkpoint
        from run r join attempt a on a.run_id = r.id and a.generation = r.generation
        where r.id = ? and r.worker_id = ? and r.claim_request = ? and r.state = 'LEASED'
        """,
        this::read,
        runId,
        workerId,
        requestId);
  }

  private Lease read(ResultSet row) throws SQLException {
    String checkpoint = row.getString("checkpoint");
    return new Lease(
        row.getLong("attempt_id"),
        row.getLong("run_id"),
        row.getLong("generation"),
        row.getInt("seconds"),
        specification(row.getString("specification")),
        checkpoint == null
            ? null
            : new ResumePoint(row.getLong("resumed_from"), row.getLong("resumed_step"), checkpoint),
        Columns.longOrNull(row, "until"));
  }

  private RunSpecification specification(String json) {
    try {
      return mapper.readValue(json, RunSpecification.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored specification cannot be read", e);
    }
  }
}
