package dev.hypersweep.orchestrator.prediction;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Which file holds a run's predictions: the newest that its accepted attempt stored, or, where that
 * one went on from another's checkpoint, the newest that the other had stored by then. A reused run
 * has those of the run that it reuses.
 */
@ApplicationScoped
public class StoredPredictions {

  private static final String RUN =
      """
      select coalesce(r.reused_from, r.id) as computed, r.state, r.dataset, s.comparability_class
      from run r left join result s on s.run_id = coalesce(r.reused_from, r.id)
      where r.id = ?
      """;

  private static final String FILE =
      """
      with recursive chain (attempt_id, resumed_from, until, depth) as (
        select a.id, a.resumed_from, a.resumed_step, 0
        from result s join attempt a on a.id = s.attempt_id
        where s.run_id = ?
        union all
        select a.id, a.resumed_from, a.resumed_step, c.depth + 1
        from chain c join attempt a on a.id = c.resumed_from)
      select f.sha256, f.bytes
      from chain c
      left join chain later on later.depth = c.depth - 1
      join artifact f on f.attempt_id = c.attempt_id and f.kind = 'predictions'
      where later.until is null or f.made_step <= later.until
      order by c.depth, f.id desc
      limit 1
      """;

  @Inject Sql sql;

  /**
   * A run as far as its predictions are concerned.
   *
   * @param computed the run itself, or the one that it reuses
   * @param comparabilityClass null until there is a result
   * @param file null if there is none
   * @param absent why there is none, in words; null if there is one
   */
  public record Found(
      long run,
      long computed,
      String dataset,
      String comparabilityClass,
      Content file,
      String absent) {

    /**
     * The file.
     *
     * @throws ProblemException 404 with the reason if there is none
     */
    public Content present() {
      if (file == null) {
        throw new ProblemException(ProblemType.NOT_FOUND, absent);
      }
      return file;
    }
  }

  /** A file by its content. */
  public record Content(String sha256, long bytes) {}

  private record Run(long computed, String state, String dataset, String comparabilityClass) {}

  /**
   * Where the predictions of a run are.
   *
   * @throws ProblemException 404 if there is no such run
   */
  public Found of(long id) {
    Run run =
        sql.first(
                RUN,
                row ->
                    new Run(
                        row.getLong("computed"),
                        row.getString("state"),
                        row.getString("dataset"),
                        row.getString("comparability_class")),
                id)
            .orElseThrow(() -> ProblemException.notFound("run", id));
    Optional<Content> file =
        sql.first(
            FILE, row -> new Content(row.getString("sha256"), row.getLong("bytes")), run.computed);
    return new Found(
        id,
        run.computed,
        run.dataset,
        run.comparabilityClass,
        file.orElse(null),
        file.isPresent() ? null : absent(id, run));
  }

  private static String absent(long id, Run run) {
    if (run.comparabilityClass != null) {
      return "Run "
          + id
          + " has a result but no predictions: it was executed by a trainer that did not keep"
          + " them. Execute it again to have them.";
    }
    return switch (run.state) {
      case "FAILED", "CANCELLED" ->
          "Run " + id + " is " + run.state + ": predictions belong to a result, and it has none.";
      default ->
          "Run " + id + " is " + run.state + ": its predictions come with its result, at its end.";
    };
  }
}
