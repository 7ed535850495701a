package dev.hypersweep.orchestrator.study;

import dev.hypersweep.sweeps.sampling.Study;

/**
 * A study as its events have made it so far. Not safe for several threads: who has the lock of its
 * row has it.
 */
final class LiveStudy {

  private final Study study;
  private int events;

  LiveStudy(Study study) {
    this.study = study;
  }

  Study study() {
    return study;
  }

  /** How many events it has heard of. */
  int events() {
    return events;
  }

  /** An event happened to {@link #study} itself. */
  void happened() {
    events++;
  }

  /** Hears of a stored event. */
  void hear(StudyEvent event) {
    switch (event.kind()) {
      case ASK -> study.asked(event.params());
      case REPORT -> study.report(event.trial(), event.step(), event.values());
      default -> end(event);
    }
    events++;
  }

  /** Ends a trial. */
  void end(StudyEvent event) {
    switch (event.kind()) {
      case TELL -> study.tell(event.trial(), event.values());
      case FAIL -> study.fail(event.trial());
      case PRUNE -> study.prune(event.trial());
      default -> throw new IllegalStateException(event.kind().name());
    }
  }
}
