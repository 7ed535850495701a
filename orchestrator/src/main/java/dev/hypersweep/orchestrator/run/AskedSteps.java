package dev.hypersweep.orchestrator.run;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.catalogue.TaskKind;
import dev.hypersweep.catalogue.TrainingSteps;
import dev.hypersweep.orchestrator.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * How many steps a run takes in all, by its settings: the steps themselves, or epochs over the
 * training rows of its dataset, as its worker has them, or the one that registered last.
 *
 * @param steps that the settings ask for unless they ask for epochs
 * @param epochs 0 for steps
 * @param batch examples per step
 * @param bucketed whether batches do not reach from one epoch into the next
 */
public record AskedSteps(long steps, double epochs, int batch, boolean bucketed) {

  /**
   * Columns that {@link #read} reads, of a run's specification and of {@link #join}.
   *
   * @param run alias of the run
   */
  public static String columns(String run) {
    return columns(run, "null");
  }

  /**
   * The same for a run that may pause before its end.
   *
   * @param run alias of the run
   * @param until expression for the step at which it does; null where it does not
   */
  public static String columns(String run, String until) {
    return """
        coalesce(%2$s, (%1$s.specification #>> '{settings,steps}')::bigint) as asked_steps,
        coalesce((%1$s.specification #>> '{settings,epochs}')::float8, 0) as epochs,
        coalesce((%1$s.specification #>> '{settings,batch}')::int, 1) as batch,
        coalesce(%1$s.specification #>> '{settings,bucketing}' = 'on', false) as bucketed,
        trained.train_examples, trained.kind as trained_kind
        """
        .formatted(run, until);
  }

  /**
   * Joins the training rows of a run's dataset.
   *
   * @param run alias of the run
   */
  public static String join(String run) {
    return """
        left join lateral (
          select d.train_examples, d.kind
          from worker_dataset d join worker w on w.id = d.worker_id
          where d.dataset = %1$s.dataset
            and (%1$s.specification #>> '{settings,epochs}')::float8 > 0
          order by d.worker_id = %1$s.worker_id desc nulls last, w.registered_at desc
          limit 1) trained on true
        """
        .formatted(run);
  }

  /**
   * In all, of a row with a column {@code dataset}; null if that takes training rows that nobody
   * has announced, or if a row of the dataset is not one example.
   */
  public static Long read(ResultSet row) throws SQLException {
    AskedSteps asked =
        new AskedSteps(
            row.getLong("asked_steps"),
            row.getDouble("epochs"),
            row.getInt("batch"),
            row.getBoolean("bucketed"));
    return asked
        .over(
            row.getString("dataset"),
            Columns.intOrNull(row, "train_examples"),
            row.getString("trained_kind"))
        .orElse(null);
  }

  /** What the settings of a specification ask for. */
  public static AskedSteps of(Map<String, Object> settings) {
    return new AskedSteps(
        number(settings, "steps", 0).longValue(),
        number(settings, "epochs", 0).doubleValue(),
        number(settings, "batch", 1).intValue(),
        "on".equals(settings.get("bucketing")));
  }

  private static Number number(Map<String, Object> settings, String name, Number otherwise) {
    return settings.get(name) instanceof Number number ? number : otherwise;
  }

  /**
   * The steps with a dataset.
   *
   * @param examples its training rows; null if nobody has announced it
   * @param kind of its task as announced, or null; of the catalogue's datasets it is known
   */
  public Optional<Long> over(String dataset, Integer examples, String kind) {
    if (epochs == 0) {
      return Optional.of(steps);
    }
    boolean known =
        examples != null
            && examples > 0
            && Datasets.named(dataset)
                .map(Dataset::kind)
                .or(() -> TaskKind.named(kind == null ? "" : kind))
                .filter(TrainingSteps::countsRows)
                .isPresent();
    return known
        ? Optional.of((long) TrainingSteps.of(epochs, batch, bucketed, examples))
        : Optional.empty();
  }
}
