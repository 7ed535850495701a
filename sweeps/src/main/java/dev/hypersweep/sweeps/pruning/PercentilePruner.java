package dev.hypersweep.sweeps.pruning;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Ends a trial whose best loss so far is worse than a percentile of what completed trials had
 * reported at the same step; with 50 this is the median stopping rule (D. Golovin et al., Google
 * Vizier: A Service for Black-Box Optimization, 2017, section 3.2.2). A trial that has reported
 * nothing but NaN is worse than any.
 */
public final class PercentilePruner implements Pruner {

  /**
   * Settings.
   *
   * @param percentile share of completed trials that would go on, 0 to 100
   * @param startup completed trials before the first decision
   * @param warmup no trial ends before it has reported a step as great as this
   * @param interval steps from one decision about a trial to the next; 1: at every report
   * @param least values at a step below which it decides nothing
   */
  public record Settings(double percentile, int startup, long warmup, long interval, int least) {
    /** Checks the ranges. */
    public Settings {
      if (!(percentile >= 0 && percentile <= 100)) {
        throw new IllegalArgumentException("percentile lies between 0 and 100: " + percentile);
      }
      if (startup < 0 || warmup < 0 || interval < 1 || least < 1) {
        throw new IllegalArgumentException(
            "startup and warmup are 0 or more, interval and least 1 or more");
      }
    }
  }

  private final Settings settings;
  private final Map<Long, Ranked> completedAt = new HashMap<>();
  private final Map<Integer, Double> best = new HashMap<>();
  private final Map<Integer, Long> due = new HashMap<>();
  private int completed;

  /** A rule with these settings. */
  public PercentilePruner(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Optional<Bound> reported(Ledger ledger, int trial, long step) {
    double loss = ledger.reports(trial).get(step)[0];
    double lowest = best.merge(trial, loss, PercentilePruner::lower);
    // A late report of an earlier step improves the best, but decides nothing.
    boolean late = ledger.reports(trial).lastKey() > step;
    if (late || completed < settings.startup() || step < due.getOrDefault(trial, first())) {
      return Optional.empty();
    }
    due.put(trial, step + settings.interval());
    Ranked others = completedAt.get(step);
    if (others == null || others.numbers() < settings.least()) {
      return Optional.empty();
    }
    double bound = others.quantile(settings.percentile() / 100);
    boolean hopeless = Double.isNaN(lowest) || lowest > bound;
    return hopeless
        ? Optional.of(new Bound(bound, others.below(lowest), others.numbers()))
        : Optional.empty();
  }

  @Override
  public void ended(Ledger ledger, int trial) {
    best.remove(trial);
    due.remove(trial);
    if (ledger.outcome(trial) == Outcome.COMPLETED) {
      completed++;
      ledger
          .reports(trial)
          .forEach(
              (step, losses) ->
                  completedAt.computeIfAbsent(step, any -> new Ranked()).add(losses[0]));
    }
  }

  private long first() {
    return settings.warmup();
  }

  private static double lower(double one, double other) {
    return Double.isNaN(one) ? other : Double.isNaN(other) ? one : Math.min(one, other);
  }
}
