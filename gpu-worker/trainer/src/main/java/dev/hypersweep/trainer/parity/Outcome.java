package dev.hypersweep.trainer.parity;

import java.util.List;

/**
 * What came of a case, or of all cases of a metric in a file.
 *
 * @param cases how many there were
 * @param failing how many of them are over a tolerance or have a fault
 * @param compared numbers and texts that were compared
 * @param greatest the deviation that is the largest share of its tolerance; null if no number was
 *     compared
 * @param faults what is wrong beside that deviation: wrong shapes, unequal texts, things not
 *     computed; where there are several cases, each failing one by its line
 */
record Outcome(int cases, int failing, long compared, Deviation greatest, List<String> faults) {

  /** One case. */
  static Outcome of(long compared, Deviation greatest, List<String> faults) {
    boolean passes = faults.isEmpty() && (greatest == null || greatest.passes());
    return new Outcome(1, passes ? 0 : 1, compared, greatest, faults);
  }

  /** A case that could not be run. */
  static Outcome notRun(String why) {
    return of(0, null, List.of("cannot be run: " + why));
  }

  boolean passes() {
    return failing == 0;
  }
}
