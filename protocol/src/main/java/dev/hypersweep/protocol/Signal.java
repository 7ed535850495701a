package dev.hypersweep.protocol;

/** What a heartbeat's answer asks of the worker. */
public enum Signal {
  /** Go on. */
  CONTINUE,
  /** Write a checkpoint, report {@link FailureClass#PREEMPTED}; the run goes back to waiting. */
  STOP,
  /** End now; the numbers so far are the run's numbers. */
  PRUNE,
  /** End now; nobody wants the result. */
  CANCEL
}
