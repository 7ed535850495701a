package dev.hypersweep.orchestrator.health;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Tells whether a sweep's health can have changed, for a small part of what it costs to examine it.
 * Guarantee: between equal versions no trial of the sweep has ended. Runs of trials that have not
 * ended do not count in health, and a trial's end is final.
 */
@ApplicationScoped
class HealthVersion {

  private static final String QUERY =
      """
      select concat_ws(' ', s.id, count(t.id), max(t.ended_as),
               count(*) filter (where t.state = 'COMPLETED'),
               count(*) filter (where t.state = 'FAILED'),
               count(*) filter (where t.state = 'PRUNED'),
               count(*) filter (where t.state = 'CANCELLED'))
      from sweep s left join trial t on t.sweep_id = s.id
      where s.id = ?
      group by s.id
      """;

  @Inject Sql sql;

  /**
   * The version of a sweep's trials.
   *
   * @throws ProblemException not found
   */
  String of(long sweep) {
    return sql.first(QUERY, row -> row.getString(1), sweep)
        .orElseThrow(() -> ProblemException.notFound("sweep", sweep));
  }
}
