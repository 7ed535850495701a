package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.database.Columns;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.sweep.Plan.PlannedDataset;
import dev.hypersweep.orchestrator.worker.LiveWorker;
import dev.hypersweep.protocol.Resources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Reads what live workers offer to a planned sweep. */
@ApplicationScoped
class PlanWorkers {

  private static final String DATASETS =
      """
      select q.dataset, count(w.id) as workers, count(distinct d.content_hash) as contents,
             min(d.train_examples) as train_examples,
             min(d.evaluation_examples) as evaluation_examples,
             min(d.classes) as classes, min(d.majority) as majority, min(d.kind) as kind
      from unnest(?::text[]) with ordinality as q(dataset, place)
      left join (
        worker_dataset d join worker w on w.id = d.worker_id and
      """
          + LiveWorker.CONDITION
          + """
          ) on d.dataset = q.dataset
          group by q.dataset, q.place
          order by q.place
          """;

  private static final String OFFERS =
      """
      select count(*) as live,
             count(*) filter (where w.device = ? and w.threads = ? and w.memory_bytes >= ?)
               as fitting,
             count(*) filter (where w.device = ? and w.threads = ? and w.memory_bytes >= ?
               and exists (select from worker_dataset d
                 where d.worker_id = w.id and d.dataset = any(?))) as usable
      from worker w where
      """
          + LiveWorker.CONDITION;

  @Inject Sql sql;

  /**
   * A dataset, and how many different contents under its name live workers have.
   *
   * @param kind of its task; null if none has it
   */
  record Offered(PlannedDataset dataset, int contents, String kind) {}

  /**
   * Live workers: all, those that fit the sweep's resources, and those of them with a dataset of
   * it.
   */
  record Offers(int live, int fitting, int usable) {}

  List<Offered> datasets(List<String> names) {
    return sql.list(
        DATASETS,
        row ->
            new Offered(
                new PlannedDataset(
                    row.getString("dataset"),
                    row.getInt("workers"),
                    Columns.intOrNull(row, "train_examples"),
                    Columns.intOrNull(row, "evaluation_examples"),
                    Columns.intOrNull(row, "classes"),
                    Columns.doubleOrNull(row, "majority")),
                row.getInt("contents"),
                row.getString("kind")),
        (Object) names.toArray(String[]::new));
  }

  Offers offers(Resources resources, List<String> datasets) {
    return sql.first(
            OFFERS,
            row -> new Offers(row.getInt("live"), row.getInt("fitting"), row.getInt("usable")),
            resources.device(),
            resources.threads(),
            resources.memoryBytes(),
            resources.device(),
            resources.threads(),
            resources.memoryBytes(),
            datasets.toArray(String[]::new))
        .orElseThrow();
  }
}
