package dev.hypersweep.trainer.parity;

import java.util.ArrayList;
import java.util.List;

/** What comes of the cases of one metric in one file, case after case. */
final class VectorTally {

  private final List<String> faults = new ArrayList<>();
  private Deviation greatest;
  private int cases;
  private int failing;
  private long compared;

  /** Counts the case on that line. */
  void add(int line, Comparison comparison) {
    cases++;
    compared += comparison.compared();
    Deviation its = comparison.greatest();
    if (its != null && (greatest == null || its.share() > greatest.share())) {
      String place = "line " + line + " " + its.place();
      greatest = new Deviation(place, its.got(), its.expected(), its.tolerance());
    }
    if (!comparison.differences().isEmpty()) {
      failing++;
      faults.add("line " + line + ": " + String.join("; ", comparison.differences()));
    }
  }

  /** Counts a line that is no case. */
  void fault(int line, String what) {
    cases++;
    failing++;
    faults.add("line " + line + ": " + what);
  }

  Outcome outcome() {
    return new Outcome(cases, failing, compared, greatest, List.copyOf(faults));
  }
}
