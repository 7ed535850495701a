package dev.hypersweep.catalogue.submission;

import java.util.List;
import java.util.stream.Collectors;

/** A submission that its site would refuse or score wrongly; nothing of it is written. */
public final class SubmissionException extends RuntimeException {

  private static final long serialVersionUID = 1;
  private static final int SHOWN = 20;

  private final transient List<SubmissionFault> faults;

  /** All that is wrong. */
  public SubmissionException(List<SubmissionFault> faults) {
    super(
        faults.stream()
                .limit(SHOWN)
                .map(SubmissionFault::toString)
                .collect(Collectors.joining("; "))
            + (faults.size() > SHOWN ? "; and %,d more".formatted(faults.size() - SHOWN) : ""));
    this.faults = List.copyOf(faults);
  }

  /** All that is wrong, in order. */
  public List<SubmissionFault> faults() {
    return faults;
  }
}
