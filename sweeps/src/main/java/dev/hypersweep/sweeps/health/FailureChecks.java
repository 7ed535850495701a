package dev.hypersweep.sweeps.health;

import dev.hypersweep.sweeps.Choices;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.health.Finding.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Does everything fail for one cause, or everything of some choice? */
final class FailureChecks {

  private static final int ENOUGH = 3;

  private FailureChecks() {}

  /** Of all trials; if they do not fail alike, of the trials with each choice of a parameter. */
  static List<Finding> of(List<Parameter> parameters, List<Observed> trials) {
    Optional<String> whole = oneCause(trials);
    if (whole.isPresent()) {
      return List.of(
          finding(
              "",
              whole.get(),
              "All %d trials that have ended failed with %s.",
              "Stop the sweep and mend that first.",
              trials));
    }
    List<Finding> findings = new ArrayList<>();
    Set<Observed> explained = new HashSet<>();
    for (Parameter parameter : parameters) {
      if (parameter.domain() instanceof Choices choices) {
        for (Object value : choices.values()) {
          List<Observed> with =
              trials.stream()
                  .filter(trial -> value.equals(trial.point().get(parameter.name())))
                  .toList();
          Optional<String> cause = oneCause(with);
          if (cause.isPresent() && !explained.containsAll(with)) {
            explained.addAll(with);
            findings.add(
                finding(
                    Searched.place(parameter),
                    cause.get(),
                    "All %d trials with "
                        + Searched.words(parameter, value).replace("%", "%%")
                        + " that have ended failed with %s; others did not.",
                    "Mend what fails there, or leave that choice out.",
                    with));
          }
        }
      }
    }
    return findings;
  }

  private static Finding finding(
      String place, String cause, String text, String advice, List<Observed> trials) {
    long failed = trials.stream().filter(trial -> trial.failure() != null).count();
    return new Finding(
        Kind.ONE_CAUSE,
        place,
        cause,
        text.formatted(failed, cause),
        advice,
        Map.of("trials", (double) failed));
  }

  /** Three failures or more, no success, and one cause. */
  private static Optional<String> oneCause(List<Observed> trials) {
    Map<String, Integer> causes = new TreeMap<>();
    trials.stream()
        .filter(trial -> trial.failure() != null)
        .forEach(trial -> causes.merge(trial.failure(), 1, Integer::sum));
    boolean hope = trials.stream().anyMatch(Observed::isMeasured);
    return hope || causes.size() != 1 || causes.values().iterator().next() < ENOUGH
        ? Optional.empty()
        : Optional.of(causes.keySet().iterator().next());
  }
}
