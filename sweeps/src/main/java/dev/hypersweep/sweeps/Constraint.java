package dev.hypersweep.sweeps;

import dev.hypersweep.sweeps.expression.Evaluation;
import dev.hypersweep.sweeps.expression.Expression;
import java.util.Map;

/**
 * A rule that every trial keeps.
 *
 * @param expression over settings and {@code variant}
 */
public record Constraint(Expression expression) {

  /**
   * Whether a trial keeps it. A rule over a setting that the trial's variant does not have says
   * nothing about the trial, so it is kept.
   *
   * @param settings complete settings, and {@code variant}
   */
  public boolean keptBy(Map<String, Object> settings) {
    return !settings.keySet().containsAll(expression.names())
        || Evaluation.holds(expression, settings);
  }
}
