package dev.hypersweep.orchestrator.audit;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.worker.LiveWorker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Says what a queued audit waits for: no audit waits silently. */
@ApplicationScoped
class AuditQueue {

  /** Live workers that meet one more need from column to column. */
  private static final String WORKERS =
      """
      select r.dataset, r.device, r.threads, r.memory_bytes,
             r.specification ->> 'datasetHash' as hash,
             count(w.id) as live,
             count(d.dataset) as with_dataset,
             count(d.dataset) filter (
               where d.content_hash = r.specification ->> 'datasetHash') as with_content,
             count(d.dataset) filter (
               where w.device = r.device and w.threads = r.threads) as with_device,
             count(d.dataset) filter (
               where w.device = r.device and w.threads = r.threads
                 and w.memory_bytes >= r.memory_bytes) as able
      from run r
      left join worker w on
      """
          + LiveWorker.CONDITION
          + """
      left join worker_dataset d on d.worker_id = w.id and d.dataset = r.dataset
      where r.id = ?
      group by r.id
      """;

  @Inject Sql sql;

  String waitsFor(long execution) {
    return sql.first(WORKERS, AuditQueue::words, execution).orElseThrow();
  }

  private static String words(ResultSet row) throws SQLException {
    String dataset = row.getString("dataset");
    if (row.getLong("live") == 0) {
      return "Waits: there is no live worker.";
    }
    if (row.getLong("with_dataset") == 0) {
      return "Waits: no live worker has dataset %s.".formatted(dataset);
    }
    if (row.getLong("with_device") == 0) {
      return "Waits: no live worker with dataset %s gives a run device %s and exactly %d threads."
          .formatted(dataset, row.getString("device"), row.getInt("threads"));
    }
    if (row.getLong("able") == 0) {
      return "Waits: no live worker with dataset %s gives a run %d bytes of memory."
          .formatted(dataset, row.getLong("memory_bytes"));
    }
    if (row.getLong("with_content") == 0) {
      return "Waits for a worker; those that have dataset %s have other content than %s, so it will be refused."
          .formatted(dataset, row.getString("hash"));
    }
    return "Waits for a worker to be free, one with the original's environment if such a one lives.";
  }
}
