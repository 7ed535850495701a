package dev.hypersweep.agent.status;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * What the agent is doing, for health and metrics. Says a line when the orchestrator goes away,
 * every half minute while it is away, and when it is back. Thread-safe.
 */
public final class AgentStatus {

  private static final Logger LOG = Logger.getLogger(AgentStatus.class);
  private static final long LINE_EVERY_NANOS = 30_000_000_000L;

  private final Map<AttemptEnd, AtomicLong> ends = new ConcurrentHashMap<>();
  private volatile boolean registered;
  private volatile long attempt;
  private volatile long backlogBytes;
  private String awayBecause;
  private long awaySince;
  private long lastLine;

  /** A request got through. */
  public synchronized void reached() {
    if (awayBecause != null) {
      LOG.infof(
          "the orchestrator is back after %d s", (System.nanoTime() - awaySince) / 1_000_000_000L);
      awayBecause = null;
    }
  }

  /** A request did not get through and will be sent again. */
  public synchronized void away(String reason) {
    long now = System.nanoTime();
    if (awayBecause == null) {
      awaySince = now;
    }
    if (awayBecause == null || now - lastLine >= LINE_EVERY_NANOS) {
      LOG.warnf("the orchestrator cannot be reached, nothing is lost, trying again: %s", reason);
      lastLine = now;
    }
    awayBecause = reason;
  }

  public void registered(boolean value) {
    registered = value;
  }

  /** Attempt that is being worked on; 0 for none. */
  public void attempt(long id) {
    attempt = id;
  }

  public void backlog(long bytes) {
    backlogBytes = bytes;
  }

  /** An attempt ended this way. */
  public void ended(AttemptEnd end) {
    ends.computeIfAbsent(end, key -> new AtomicLong()).incrementAndGet();
  }

  public boolean isRegistered() {
    return registered;
  }

  public long attempt() {
    return attempt;
  }

  public long backlogBytes() {
    return backlogBytes;
  }

  /** Attempts that ended this way since the agent started. */
  public long count(AttemptEnd end) {
    return ends.getOrDefault(end, new AtomicLong()).get();
  }

  /** Why the last request did not get through, or empty if it did. */
  public synchronized Optional<String> awayBecause() {
    return Optional.ofNullable(awayBecause);
  }
}
