package dev.hypersweep.orchestrator.run;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.worker.LiveWorker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Says why no worker has a run yet. */
@ApplicationScoped
public class WaitingReason {

  /** Counts live workers that meet one more of the run's needs from column to column. */
  private static final String QUERY =
      """
      select r.state, r.dataset, r.device, r.threads, r.memory_bytes,
             count(w.id) as live,
             count(d.dataset) as with_data,
             count(d.dataset) filter (
               where w.device = r.device and w.threads = r.threads) as with_device,
             count(d.dataset) filter (
               where w.device = r.device and w.threads = r.threads
                 and w.memory_bytes >= r.memory_bytes) as fit,
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

  /** The first need that nobody meets, in words; null unless the run is waiting or held. */
  String of(long run) {
    // Not first(): the words may be null.
    List<String> words = sql.list(QUERY, WaitingReason::words, run);
    return words.isEmpty() ? null : words.get(0);
  }

  private static String words(ResultSet row) throws SQLException {
    String state = row.getString("state");
    if (state.equals("HELD")) {
      return "its sweep is paused";
    }
    if (!state.equals("WAITING")) {
      return null;
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
    return row.getBoolean("computed_now")
        ? "an equal run is being computed; its result will be used"
        : "the workers that could execute it are busy";
  }
}
