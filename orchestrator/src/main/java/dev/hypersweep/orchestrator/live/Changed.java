package dev.hypersweep.orchestrator.live;

/**
 * CDI event: something that pages show has another state now. Fired after the commit, on the thread
 * that committed; observers must be quick and must not throw.
 */
public record Changed(Kind kind, long id) {

  /** What changed. */
  public enum Kind {
    SWEEP,
    RUN,
    WORKER,
    AUDIT,
    LEADERBOARD;

    /** The name in the live stream. */
    public String wireName() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
