package dev.hypersweep.orchestrator.log;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.run.Attempts;
import dev.hypersweep.orchestrator.worker.Fence;
import dev.hypersweep.protocol.BatchStored;
import dev.hypersweep.protocol.LogChunk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Logs of attempts, append-only: stored once, and never after the lease has ended. */
@ApplicationScoped
public class LogChunks {

  private static final String STORE =
      "with "
          + Fence.SQL
          + """
          , chunk as (
            insert into log_chunk (attempt_id, sequence, content)
            select id, ?, ? from fence
            on conflict do nothing
            returning attempt_id
          )
          select (select count(*) from fence) as passed, (select count(*) from chunk) as stored
          """;

  private record Outcome(boolean passed, boolean stored) {}

  @Inject Sql sql;
  @Inject Attempts attempts;

  /** Stores a valid chunk; 409 if its lease has ended, 404 if it never existed. */
  BatchStored store(long attemptId, LogChunk chunk) {
    Outcome outcome =
        sql.first(
                STORE,
                row -> new Outcome(row.getInt("passed") > 0, row.getInt("stored") > 0),
                attemptId,
                chunk.generation(),
                chunk.sequence(),
                chunk.text())
            .orElseThrow();
    if (!outcome.passed()) {
      throw attempts.refusal(attemptId, chunk.generation());
    }
    return new BatchStored(outcome.stored());
  }
}
