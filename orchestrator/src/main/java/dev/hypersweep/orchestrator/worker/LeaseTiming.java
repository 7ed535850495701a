package dev.hypersweep.orchestrator.worker;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a lease lives and how often a worker shows that it lives. */
@ApplicationScoped
public class LeaseTiming {

  @ConfigProperty(name = "hypersweep.lease")
  Duration lease;

  @ConfigProperty(name = "hypersweep.heartbeat")
  Duration heartbeat;

  /** Seconds that a lease lives without a heartbeat, at least 1. */
  public int leaseSeconds() {
    return (int) Math.max(1, lease.toSeconds());
  }

  /** Seconds between heartbeats, at least 1. */
  public int heartbeatSeconds() {
    return (int) Math.max(1, heartbeat.toSeconds());
  }
}
