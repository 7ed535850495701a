package dev.hypersweep.orchestrator.run;

/**
 * Which rows of which attempts are a run's: the attempt that counts (accepted, or active, or else
 * the last), the attempt that it resumed from, and so on back; each cut at the step where the next
 * one resumed. Rows beyond a cut stay in the tables for inspection and are never shown or counted.
 */
final class Lineage {

  /**
   * A common table expression {@code lineage(run_id, attempt_id, after, until)}: of the attempt's
   * rows those with {@code after < step <= until} are the run's. It expects {@code
   * computed(run_id)} before it: the runs whose attempts are meant (for a reused run the one that
   * it reuses).
   */
  static final String LINEAGE =
      """
      head as (
        select distinct on (a.run_id) a.run_id, a.id, a.resumed_from, a.resumed_step
        from attempt a join computed c on c.run_id = a.run_id
        order by a.run_id, a.state = 'ACCEPTED' desc, a.state = 'ACTIVE' desc, a.generation desc),
      chain(run_id, attempt_id, resumed_from, after, until) as (
        select run_id, id, resumed_from, resumed_step, 9223372036854775807 from head
        union all
        select c.run_id, a.id, a.resumed_from, a.resumed_step, c.after
        from chain c join attempt a on a.id = c.resumed_from),
      lineage as (select run_id, attempt_id, after, until from chain)
      """;

  private Lineage() {}
}
