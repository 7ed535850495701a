package dev.hypersweep.agent;

import dev.hypersweep.agent.status.AgentStatus;
import io.quarkus.runtime.QuarkusApplication;
import org.jboss.logging.Logger;

/** Runs the agent until it ends or a signal stops it. */
public final class AgentApplication implements QuarkusApplication {

  private static final Logger LOG = Logger.getLogger(AgentApplication.class);

  private final AgentStatus status;

  AgentApplication(AgentStatus status) {
    this.status = status;
  }

  /**
   * @return 0 after a stop, 1 if the agent cannot work
   */
  @Override
  public int run(String... arguments) throws InterruptedException {
    Settings settings = Settings.of(System.getenv());
    Timing timing = Timing.standard(settings.stopWithin());
    try {
      new Agent(settings, status, timing, AgentMain.STOP).run();
      LOG.info("stopped");
      return 0;
    } catch (AgentFailure e) {
      System.err.println("hypersweep agent: " + e.getMessage());
      return 1;
    }
  }
}
