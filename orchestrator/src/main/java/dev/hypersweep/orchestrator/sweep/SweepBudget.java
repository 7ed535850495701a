package dev.hypersweep.orchestrator.sweep;

/**
 * When a sweep's budget is spent: the database's clock has come to {@code budget.until}, or its
 * attempts, active ones included, have taken {@code budget.gpu_hours} of device time.
 */
public final class SweepBudget {

  /** A condition on {@code sweep s}. Null, which is not true, if the sweep has no such budget. */
  public static final String SPENT =
      """
      (s.budget_until <= now()
       or s.budget_seconds <= s.device_seconds + (
         select coalesce(sum(extract(epoch from now() - active.started_at)), 0)
         from run held join attempt active on active.run_id = held.id and active.state = 'ACTIVE'
         where held.sweep_id = s.id and held.state = 'LEASED'))
      """;

  private SweepBudget() {}
}
