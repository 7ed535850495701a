package dev.hypersweep.orchestrator.promotion;

import dev.hypersweep.orchestrator.database.Columns;
import dev.hypersweep.orchestrator.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Stores and reads what promotions were told and decided. The sweep's row must be locked. */
@ApplicationScoped
class PromotionLog {

  private static final String FACTS =
      """
      select e.kind, e.space, e.trial_id, e.step, e.value
      from promotion_event e where e.sweep_id = ? order by e.number
      """;

  private static final String ADD =
      """
      insert into promotion_event (sweep_id, number, space, trial_id, kind, step, value)
      select ?, coalesce(max(number) + 1, 0), ?, ?, ?, ?, ? from promotion_event where sweep_id = ?
      """;

  @Inject Sql sql;

  /** What happens to a trial; CLOSE to all of a space. */
  enum Kind {
    BEGIN,
    RUNG,
    DROP,
    PROMOTE,
    CLOSE
  }

  /** One of them, see the table's comments. */
  record Fact(Kind kind, String space, Long trial, Long step, Double value) {}

  List<Fact> of(long sweep) {
    return sql.list(
        FACTS,
        row ->
            new Fact(
                Kind.valueOf(row.getString("kind")),
                row.getString("space"),
                Columns.longOrNull(row, "trial_id"),
                Columns.longOrNull(row, "step"),
                Columns.doubleOrNull(row, "value")),
        sweep);
  }

  void add(long sweep, Fact fact) {
    sql.update(
        ADD, sweep, fact.space(), fact.trial(), fact.kind(), fact.step(), fact.value(), sweep);
  }
}
