package dev.hypersweep.orchestrator.run;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.worker.LiveWorker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Says why no worker has a run yet, be it of a sweep or an audit's: nothing waits silently. */
@ApplicationScoped
public class WaitingReason {

  /** Counts live workers that meet one more of the run's needs from column to column. */
  private static final String QUERY =
      """
      select r.state, r.kind, r.rung, r.paused_step, r.dataset, r.device, r.threads, r.memory_bytes,
             r.specification ->> 'datasetHash' as content,
             count(w.id) as live,
             count(d.dataset) as with_data,
             count(d.dataset) filter (
               where w.device = r.device and w.threads = r.threads) as with_device,
             count(d.dataset) filter (
               where w.device = r.device and w.threads = r.threads
                 and w.memory_bytes >= r.memory_bytes) as fit,
             count(d.dataset) filter (
               where d.content_hash
                 = coalesce(r.specification ->> 'datasetHash', d.content_hash)) as with_content,
             exists (
               select from run same
               where same.identity = r.identity and same.state = 'LEASED') as computed_now
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

  /** The first need that nobody meets, in words; empty unless the run waits, is held or pauses. */
  public Optional<String> of(long run) {
    return sql.first(QUERY, WaitingReason::words, run).filter(words -> !words.isEmpty());
  }

  private static String words(ResultSet row) throws SQLException {
    String state = row.getString("state");
    if (state.equals("HELD")) {
      return "its sweep is paused";
    }
    if (state.equals("PAUSED")) {
      return "paused at rung %d, step %d: it goes on if its trial is among the best there"
          .formatted(row.getInt("rung"), row.getLong("paused_step"));
    }
    if (!state.equals("WAITING")) {
      return "";
    }
    String dataset = row.getString("dataset");
    if (row.getLong("live") == 0) {
      return "no live worker";
    }
    if (row.getLong("with_data") == 0) {
      return "no live worker has dataset " + dataset;
    }
    if (row.getLong("with_device") == 0) {
      return "no live worker with dataset %s offers device %s with %d threads"
          .formatted(dataset, row.getString("device"), row.getInt("threads"));
    }
    if (row.getLong("fit") == 0) {
      return "no live worker with dataset %s gives a run %d bytes of memory"
          .formatted(dataset, row.getLong("memory_bytes"));
    }
    if (RunKind.valueOf(row.getString("kind")) == RunKind.AUDIT) {
      return row.getLong("with_content") == 0
          ? "the workers that have dataset %s have other content than %s, so they will refuse it"
              .formatted(dataset, row.getString("content"))
          : "the workers that could execute it are busy; one with the original's environment goes first";
    }
    return row.getBoolean("computed_now")
        ? "an equal run is being computed; its result will be used"
        : "the workers that could execute it are busy";
  }
}
