package dev.hypersweep.agent.peer;

import dev.hypersweep.agent.Agent;
import dev.hypersweep.agent.Settings;
import dev.hypersweep.agent.Stop;
import dev.hypersweep.agent.status.AgentStatus;

/** The agent's core in a process of its own, with the patience of the tests. */
public final class AgentProcess {

  private AgentProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    new Agent(Settings.of(System.getenv()), new AgentStatus(), Bench.FAST, new Stop()).run();
  }
}
