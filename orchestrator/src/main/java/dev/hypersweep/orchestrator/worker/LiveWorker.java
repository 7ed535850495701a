package dev.hypersweep.orchestrator.worker;

/** Which workers count on: those that were heard of lately, by the database's clock. */
public final class LiveWorker {

  /** A condition on {@code worker w}. */
  public static final String CONDITION = " w.last_seen_at > now() - interval '30 seconds' ";

  private LiveWorker() {}
}
