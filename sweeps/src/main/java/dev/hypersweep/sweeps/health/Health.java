package dev.hypersweep.sweeps.health;

import dev.hypersweep.sweeps.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A sweep's health.
 *
 * @param ended trials that have ended
 * @param measured of them, those that have an objective
 * @param findings in the order of how much they should worry
 * @param importances of the parameters, greatest first; empty while too few trials are measured
 */
public record Health(
    int ended, int measured, List<Finding> findings, List<Importance> importances) {

  /**
   * Examines the trials of a sweep with several objectives: which trial is the best, what a
   * parameter is worth and whether seeds hide it cannot be asked there.
   */
  public static Health ofSeveral(List<Parameter> parameters, List<Observed> trials) {
    int measured = (int) trials.stream().filter(Observed::isMeasured).count();
    List<Finding> findings = new ArrayList<>(FailureChecks.of(parameters, trials));
    findings.sort(Comparator.comparing(Finding::severity));
    return new Health(trials.size(), measured, List.copyOf(findings), List.of());
  }

  /**
   * Examines the trials of a sweep.
   *
   * @param parameters what was searched, as {@link Searched#of} gives it
   * @param trials that have ended
   */
  public static Health of(List<Parameter> parameters, List<Observed> trials) {
    int measured = (int) trials.stream().filter(Observed::isMeasured).count();
    List<Importance> importances = Importances.of(parameters, trials);
    List<Finding> findings = new ArrayList<>(FailureChecks.of(parameters, trials));
    SeedChecks.noise(trials).ifPresent(findings::add);
    Optional<Finding> leaders = SeedChecks.leaders(trials);
    leaders.ifPresent(findings::add);
    findings.addAll(SpaceChecks.edges(parameters, trials));
    int grownOn = Math.min(measured, Importances.MOST);
    findings.addAll(SpaceChecks.withoutEffect(importances, grownOn));
    TooLittle.of(parameters, measured, leaders.isPresent()).ifPresent(findings::add);
    findings.sort(Comparator.comparing(Finding::severity));
    return new Health(trials.size(), measured, List.copyOf(findings), importances);
  }
}
