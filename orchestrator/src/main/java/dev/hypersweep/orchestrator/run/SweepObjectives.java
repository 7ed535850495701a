package dev.hypersweep.orchestrator.run;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Which metric a sweep optimises. */
@ApplicationScoped
public class SweepObjectives {

  @Inject Sql sql;

  /**
   * The metric's name, or null if each dataset's own counts.
   *
   * @throws ProblemException not found, if there is no such sweep
   */
  public String metric(long sweep) {
    List<String> found =
        sql.list(
            "select definition #>> '{objective,metric}' from sweep where id = ?",
            row -> row.getString(1),
            sweep);
    if (found.isEmpty()) {
      throw ProblemException.notFound("sweep", sweep);
    }
    return found.get(0);
  }
}
