package dev.hypersweep.orchestrator.worker;

import dev.hypersweep.orchestrator.database.Columns;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.run.AskedSteps;
import dev.hypersweep.orchestrator.worker.WorkerView.CurrentRun;
import dev.hypersweep.orchestrator.worker.WorkerView.State;
import dev.hypersweep.protocol.DatasetInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads workers. */
@ApplicationScoped
class WorkerRows {

  private static final String WORKERS =
      "select w.id, w.name, w.stopped_at is not null as stopped, not ("
          + LiveWorker.CONDITION
          + """
          ) as away, w.device, e.device_class, w.threads, w.memory_bytes,
          w.registered_at, w.last_seen_at, e.trainer_digest,
          r.id as run_id, r.sweep_id, r.dataset, coalesce(t.variant, r.specification ->> 'variant') as variant,
          coalesce(a.step, 0) as step,
          """
          + AskedSteps.columns("r")
          + """
          from worker w
          join environment e on e.fingerprint = w.environment_fingerprint
          left join lateral (
            select * from run where worker_id = w.id and state = 'LEASED'
            order by started_at desc, id desc limit 1) r on true
          left join trial t on t.id = r.trial_id
          left join attempt a on a.run_id = r.id and a.state = 'ACTIVE'
          """
          + AskedSteps.join("r")
          + """
          order by away, w.name
          """;

  private static final String DATASETS =
      """
      select worker_id, dataset, content_hash, split, train_examples, evaluation_examples,
             classes, majority, kind, metric
      from worker_dataset order by dataset
      """;

  @Inject Sql sql;

  private record Possession(long worker, DatasetInfo dataset) {}

  /** Every worker, those that are away last. */
  List<WorkerView> all() {
    Map<Long, List<DatasetInfo>> datasets =
        sql.list(DATASETS, WorkerRows::possession).stream()
            .collect(
                Collectors.groupingBy(
                    Possession::worker,
                    Collectors.mapping(Possession::dataset, Collectors.toList())));
    return sql.list(WORKERS, row -> worker(row, datasets));
  }

  private static Possession possession(ResultSet row) throws SQLException {
    return new Possession(
        row.getLong("worker_id"),
        new DatasetInfo(
            row.getString("dataset"),
            row.getString("content_hash"),
            row.getString("split"),
            row.getInt("train_examples"),
            row.getInt("evaluation_examples"),
            row.getInt("classes"),
            Columns.doubleOrNull(row, "majority"),
            row.getString("kind"),
            row.getString("metric")));
  }

  private static WorkerView worker(ResultSet row, Map<Long, List<DatasetInfo>> datasets)
      throws SQLException {
    boolean away = row.getBoolean("away");
    Long run = Columns.longOrNull(row, "run_id");
    // A lost worker's lease has not expired yet: it is not known to be at work.
    boolean busy = run != null && !away;
    return new WorkerView(
        row.getLong("id"),
        row.getString("name"),
        state(away, row.getBoolean("stopped"), busy),
        row.getString("device"),
        row.getString("device_class"),
        row.getInt("threads"),
        row.getLong("memory_bytes"),
        datasets.getOrDefault(row.getLong("id"), List.of()),
        busy
            ? new CurrentRun(
                run,
                Columns.longOrNull(row, "sweep_id"),
                row.getString("dataset"),
                row.getString("variant"),
                row.getLong("step"),
                AskedSteps.read(row))
            : null,
        Columns.instant(row, "registered_at"),
        Columns.instant(row, "last_seen_at"),
        row.getString("trainer_digest"));
  }

  private static State state(boolean away, boolean stopped, boolean busy) {
    if (away) {
      return stopped ? State.STOPPED : State.LOST;
    }
    return busy ? State.BUSY : State.IDLE;
  }
}
