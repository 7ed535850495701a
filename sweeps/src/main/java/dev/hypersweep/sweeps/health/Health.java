package dev.hypersweep.sweeps.health;

import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.health.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sweep's health.
 *
 * @param findings in the order of how much they should worry
 * @param importances of the parameters, greatest first; empty while too few trials are measured
 */
public record Health(List<Finding> findings, List<Importance> importances) {

  /**
   * Examines the trials of one search space.
   *
   * @param parameters what was searched
   * @param trials that have ended
   */
  public static Health of(List<Parameter> parameters, List<Observed> trials) {
    List<Importance> importances = Importances.of(parameters, trials);
    List<Finding> findings = new ArrayList<>(oneCause(trials));
    SeedChecks.noise(trials).ifPresent(findings::add);
    SeedChecks.leaders(trials).ifPresent(findings::add);
    findings.addAll(SpaceChecks.edges(parameters, trials));
    int measured = (int) trials.stream().filter(Observed::isMeasured).count();
    findings.addAll(SpaceChecks.withoutEffect(importances, measured));
    return new Health(List.copyOf(findings), importances);
  }

  /** Three failures or more, no success, and one cause. */
  private static List<Finding> oneCause(List<Observed> trials) {
    Map<String, Integer> causes = new TreeMap<>();
    trials.stream()
        .filter(trial -> trial.failure() != null)
        .forEach(trial -> causes.merge(trial.failure(), 1, Integer::sum));
    boolean hope = trials.stream().anyMatch(Observed::isMeasured);
    if (hope || causes.size() != 1 || causes.values().iterator().next() < 3) {
      return List.of();
    }
    String cause = causes.keySet().iterator().next();
    int count = causes.get(cause);
    return List.of(
        new Finding(
            Kind.ONE_CAUSE,
            cause,
            "All %d trials that have ended failed with %s: stop the sweep and mend that first."
                .formatted(count, cause),
            Map.of("trials", (double) count)));
  }
}
