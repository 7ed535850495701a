package dev.hypersweep.agent;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the agent with its own health and metrics over HTTP. */
@QuarkusMain
public final class AgentMain {

  /** Asked for by signals from the first moment on, also while Quarkus is still starting. */
  static final Stop STOP = new Stop();

  private AgentMain() {}

  public static void main(String[] arguments) {
    try {
      Settings settings = Settings.of(System.getenv());
      // What is told by people wins over application.properties, and must be there before Quarkus.
      System.setProperty("quarkus.http.host", settings.host());
      System.setProperty("quarkus.http.port", Integer.toString(settings.port()));
    } catch (AgentFailure e) {
      System.err.println("hypersweep agent: " + e.getMessage());
      System.exit(1);
    }
    StopSignals.handle(STOP::ask);
    Quarkus.run(AgentApplication.class, arguments);
  }
}
