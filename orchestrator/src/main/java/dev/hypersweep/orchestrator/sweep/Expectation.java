package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.run.AskedSteps;
import dev.hypersweep.orchestrator.sweep.PlanWorkers.Offered;
import dev.hypersweep.orchestrator.sweep.Timings.Expected;
import dev.hypersweep.protocol.RunSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How long runs will take together, one after the other.
 *
 * @param seconds of all
 * @param runSeconds mean of one; 0 without runs
 * @param deviation standard deviation of one
 * @param error standard error of {@code runSeconds}, as few stored runs say what it is
 * @param basedOnRuns stored results that say so
 */
record Expectation(
    double seconds, double runSeconds, double deviation, double error, long basedOnRuns) {

  /** Normal quantile of a two-sided interval of 95 %. */
  private static final double QUANTILE = 1.96;

  /** Half of the 95 % interval of the seconds of so many such runs together. */
  double half(long runs) {
    return QUANTILE * Math.sqrt(runs * deviation * deviation + runs * error * runs * error);
  }

  private record Kind(String variant, String dataset, Long steps) {}

  /**
   * Empty if nothing like one of the runs was ever computed.
   *
   * @param datasets as live workers have them
   */
  static Optional<Expectation> of(
      List<RunSpecification> runs, Timings timings, List<Offered> datasets) {
    Map<String, Offered> offered =
        datasets.stream().collect(Collectors.toMap(one -> one.dataset().name(), one -> one));
    Map<Kind, Long> kinds = new HashMap<>();
    for (RunSpecification run : runs) {
      Offered dataset = offered.get(run.dataset());
      Long steps =
          AskedSteps.of(run.settings())
              .over(run.dataset(), dataset.dataset().trainExamples(), dataset.kind())
              .orElse(null);
      kinds.merge(new Kind(run.variant(), run.dataset(), steps), 1L, Long::sum);
    }
    double seconds = 0;
    double variance = 0;
    double error = 0;
    long basedOnRuns = 0;
    for (var kind : kinds.entrySet()) {
      Kind key = kind.getKey();
      Optional<Expected> expected = timings.of(key.variant(), key.dataset(), key.steps());
      if (expected.isEmpty()) {
        return Optional.empty();
      }
      seconds += kind.getValue() * expected.get().seconds();
      variance += kind.getValue() * expected.get().deviation() * expected.get().deviation();
      // Kinds may rest on the same stored runs: their errors add up.
      error += kind.getValue() * expected.get().error();
      basedOnRuns += expected.get().basedOnRuns();
    }
    double count = Math.max(1, runs.size());
    return Optional.of(
        new Expectation(
            seconds, seconds / count, Math.sqrt(variance / count), error / count, basedOnRuns));
  }
}
