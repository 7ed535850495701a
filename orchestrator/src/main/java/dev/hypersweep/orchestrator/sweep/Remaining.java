package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.sweep.Timings.Expected;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a sweep still has to compute.
 *
 * @param open runs that wait or run, in groups of equal ones
 * @param made what is known of the trials that were chosen, by variant of the sweep
 * @param toCome trials that are still to be chosen
 * @param runsOfTrial datasets times seeds
 * @param searches samplers of the sweep: one per variant, or one for all
 */
record Remaining(
    List<Open> open, Map<String, Made> made, long toCome, long runsOfTrial, int searches) {

  /**
   * Equal runs.
   *
   * @param variant as the sweep calls it
   * @param architecture as the catalogue calls it
   * @param steps of each; null if nobody can say
   * @param runs to be computed
   * @param done steps that are done of them together
   */
  record Open(
      String variant, String architecture, String dataset, Long steps, long runs, double done) {

    /** Runs, a begun one by what it has left. */
    double share() {
      return steps == null ? runs : runs - Math.min(runs, done / Math.max(1, steps));
    }
  }

  /**
   * Trials of a variant.
   *
   * @param trials that were chosen
   * @param seconds that their results took
   */
  record Made(long trials, double seconds) {}

  /**
   * Seconds of all together, one after the other: each open run as long as like ones of the sweep
   * took; where it has none on a dataset, as the latest runs of all sweeps did, made longer or
   * shorter as this sweep's others are. A trial to come takes as long as the mean of those of its
   * variant that were chosen, with what they still take. So runs that were pruned, reused or failed
   * shorten what is to come.
   *
   * @param own timings of the sweep by its variants' names
   * @param latest timings of all sweeps by architecture
   * @return empty if it cannot be told
   */
  OptionalDouble seconds(Timings own, Timings latest) {
    double against = own.known().isEmpty() ? 1 : own.against(latest);
    double left = 0;
    Map<String, Double> whole = new HashMap<>();
    for (Open group : open) {
      Optional<Expected> expected =
          own.know(group.dataset()) || latest.known().isEmpty()
              ? own.of(group.variant(), group.dataset(), group.steps())
              : latest
                  .of(group.architecture(), group.dataset(), group.steps())
                  .map(one -> one.times(against));
      if (group.runs() > 0 && expected.isEmpty()) {
        return OptionalDouble.empty();
      }
      double each = expected.map(Expected::seconds).orElse(0.0);
      left += group.share() * each;
      whole.merge(searched(group.variant()), group.runs() * each, Double::sum);
    }
    made.forEach((variant, one) -> whole.merge(searched(variant), one.seconds(), Double::sum));
    return OptionalDouble.of(left + coming(whole));
  }

  /** Runs that are still to be computed. */
  long runs() {
    return open.stream().mapToLong(Open::runs).sum() + toCome * runsOfTrial;
  }

  private double coming(Map<String, Double> whole) {
    Map<String, Long> trials = new HashMap<>();
    made.forEach((variant, one) -> trials.merge(searched(variant), one.trials(), Long::sum));
    long chosen = trials.values().stream().mapToLong(Long::longValue).sum();
    if (toCome == 0 || chosen == 0) {
      return 0;
    }
    // Each variant may have as many trials as any other.
    double each = (chosen + toCome) / (double) Math.max(searches, trials.size());
    double seconds = 0;
    double counted = 0;
    for (Map.Entry<String, Long> one : trials.entrySet()) {
      double more = Math.max(0, each - one.getValue());
      seconds += more * whole.getOrDefault(one.getKey(), 0.0) / one.getValue();
      counted += more;
    }
    return counted == 0 ? 0 : seconds / counted * toCome;
  }

  private String searched(String variant) {
    return searches == 1 ? "" : variant;
  }
}
