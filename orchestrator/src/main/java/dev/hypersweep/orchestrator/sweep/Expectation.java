package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.sweep.Timings.Expected;
import dev.hypersweep.protocol.RunSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long runs will take together, one after the other.
 *
 * @param seconds of all
 * @param runSeconds mean of one; 0 without runs
 * @param basedOnRuns stored results that say so
 */
record Expectation(double seconds, double runSeconds, long basedOnRuns) {

  private record Kind(String variant, String dataset, long steps) {}

  /** Empty if nothing like one of the runs was ever computed. */
  static Optional<Expectation> of(List<RunSpecification> runs, Timings timings) {
    Map<Kind, Long> kinds = new HashMap<>();
    for (RunSpecification run : runs) {
      long steps = ((Number) run.settings().get("steps")).longValue();
      kinds.merge(new Kind(run.variant(), run.dataset(), steps), 1L, Long::sum);
    }
    double seconds = 0;
    long basedOnRuns = 0;
    for (var kind : kinds.entrySet()) {
      Kind key = kind.getKey();
      Optional<Expected> expected = timings.of(key.variant(), key.dataset(), key.steps());
      if (expected.isEmpty()) {
        return Optional.empty();
      }
      seconds += kind.getValue() * expected.get().seconds();
      basedOnRuns += expected.get().basedOnRuns();
    }
    double runSeconds = runs.isEmpty() ? 0 : seconds / runs.size();
    return Optional.of(new Expectation(seconds, runSeconds, basedOnRuns));
  }
}
