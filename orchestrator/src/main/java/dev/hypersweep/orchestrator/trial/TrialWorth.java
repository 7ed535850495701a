package dev.hypersweep.orchestrator.trial;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a trial is worth.
 *
 * @param pruned whether the values are those of what is there
 * @param values one for each objective of its sweep; null where it has none
 */
record TrialWorth(long trial, boolean pruned, List<Double> values) {

  /** By the first objective; null if it has none or ended early. */
  Double objective() {
    return pruned ? null : values.get(0);
  }

  /** By the first objective, of what is there; null unless it ended early. */
  Double partial() {
    return pruned ? values.get(0) : null;
  }

  /** All values as an array of the database; null for one objective, and if it ended early. */
  String vector() {
    return pruned || values.size() == 1
        ? null
        : values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
