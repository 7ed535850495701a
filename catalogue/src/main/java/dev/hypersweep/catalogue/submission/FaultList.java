package dev.hypersweep.catalogue.submission;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong with one file; a file that is wrong throughout is not listed to its end.
 */
final class FaultList {

  private static final int MOST = 20;

  private final String file;
  private final List<SubmissionFault> faults = new ArrayList<>();
  private int more;

  FaultList(String file) {
    this.file = file;
  }

  void add(int line, String what) {
    if (faults.size() < MOST) {
      faults.add(new SubmissionFault(file, line, what));
    } else {
      more++;
    }
  }

  /** Everything, with a last entry for what was not listed. */
  List<SubmissionFault> all() {
    List<SubmissionFault> all = new ArrayList<>(faults);
    if (more > 0) {
      all.add(new SubmissionFault(file, 0, "%,d more faults of this file".formatted(more)));
    }
    return all;
  }
}
