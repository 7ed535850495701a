package dev.hypersweep.trainer.parity;

import java.util.List;

/**
 * What came of a case.
 *
 * @param compared numbers and texts that were compared
 * @param greatest the deviation that is the largest share of its tolerance; null if no number was
 *     compared
 * @param faults what is wrong beside deviations: wrong shapes, unequal texts, things not computed
 */
record Outcome(long compared, Deviation greatest, List<String> faults) {

  /** A case that could not be run. */
  static Outcome notRun(String why) {
    return new Outcome(0, null, List.of("cannot be run: " + why));
  }

  boolean passes() {
    return faults.isEmpty() && (greatest == null || greatest.passes());
  }
}
