package dev.hypersweep.orchestrator.leaderboard;

import dev.hypersweep.orchestrator.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Tells whether a board can have changed, for a small part of what it costs to make one. Guarantee:
 * two boards of equal versions are made of the same rows. Runs, trials and results are only ever
 * added, and a failure is final, so each change that the orchestrator makes to what a board counts
 * raises one of the counts. A result or a metric that somebody alters by hand shows in the sums: a
 * row that was written again has another {@code xmin}, the number of the transaction that wrote it.
 * Not noticed: other columns altered by hand.
 */
@ApplicationScoped
class BoardVersion {

  private static final String QUERY =
      """
      with asked as materialized (
        select id, state from run where kind = 'TRIAL' and dataset = any (?))
      select concat_ws(' ',
        (select count(*) from trial),
        (select concat_ws(' ', count(*), count(*) filter (where state = 'FAILED')) from asked),
        (select concat_ws(' ', count(*), sum(x.xmin::text::bigint))
         from asked join result x on x.run_id = asked.id),
        (select concat_ws(' ', count(*), sum(m.xmin::text::bigint))
         from asked join result_metric m on m.run_id = asked.id))
      """;

  @Inject Sql sql;

  /** The version of what is stored about datasets, as the current transaction sees it. */
  String of(String[] datasets) {
    return sql.first(QUERY, row -> row.getString(1), (Object) datasets).orElseThrow();
  }
}
