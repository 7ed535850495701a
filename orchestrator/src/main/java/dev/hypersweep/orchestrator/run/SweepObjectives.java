package dev.hypersweep.orchestrator.run;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Which metric a sweep optimises. */
@ApplicationScoped
public class SweepObjectives {

  /**
   * The first objective of a sweep, by which lists and curves go: an expression over {@code sweep
   * s}.
   */
  public static final String FIRST =
      "coalesce(s.definition -> 'objective', s.definition #> '{objectives,0}')";

  /** All objectives of a sweep as a list: an expression over {@code sweep s}. */
  public static final String ALL =
      "coalesce(s.definition -> 'objectives', jsonb_build_array(s.definition -> 'objective'))";

  @Inject Sql sql;

  /**
   * The metric's name, or null if each dataset's own counts.
   *
   * @throws ProblemException not found, if there is no such sweep
   */
  public String metric(long sweep) {
    List<String> found =
        sql.list(
            "select " + FIRST + " ->> 'metric' from sweep s where s.id = ?",
            row -> row.getString(1),
            sweep);
    if (found.isEmpty()) {
      throw ProblemException.notFound("sweep", sweep);
    }
    return found.get(0);
  }
}
