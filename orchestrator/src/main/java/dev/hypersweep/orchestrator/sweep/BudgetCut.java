package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.sweep.Plan.Estimate;
import dev.hypersweep.sweeps.Budget;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a budget will cut off a sweep, as far as the estimate tells. */
final class BudgetCut {

  private BudgetCut() {}

  /**
   * In words; empty if the budget is enough, or there is no estimate.
   *
   * @param estimate or null
   * @param runs that are to be computed
   */
  static Optional<String> of(Budget budget, Estimate estimate, long runs) {
    if (estimate == null || runs == 0 || estimate.runSeconds() <= 0) {
      return Optional.empty();
    }
    double byHours =
        budget.gpuHours() == null
            ? Double.POSITIVE_INFINITY
            : budget.gpuHours() * 3600 / estimate.runSeconds();
    double byTime =
        budget.until() == null
            ? Double.POSITIVE_INFINITY
            : runs * secondsTo(budget.until()) / estimate.seconds();
    // A run that has begun goes on to its end.
    long started = (long) Math.ceil(Math.min(byHours, byTime));
    return started >= runs
        ? Optional.empty()
        : Optional.of(
            "budget.%s is enough for about %d of %d runs: the last ones will not be executed"
                .formatted(byHours <= byTime ? "gpu_hours" : "until", started, runs));
  }

  private static double secondsTo(Instant until) {
    return Math.max(0, Duration.between(Instant.now(), until).toMillis() / 1000.0);
  }
}
