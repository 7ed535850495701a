package dev.hypersweep.orchestrator.worker;

/**
 * Which workers count on: those that were heard of lately, by the database's clock, and have not
 * signed off.
 */
public final class LiveWorker {

  /** A condition on {@code worker w}. */
  public static final String CONDITION =
      " w.stopped_at is null and w.last_seen_at > now() - interval '30 seconds' ";

  private LiveWorker() {}
}
