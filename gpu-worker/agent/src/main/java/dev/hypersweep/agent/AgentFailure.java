package dev.hypersweep.agent;

/** The agent cannot work; the message is the one line that says why and what to do. */
public final class AgentFailure extends RuntimeException {

  public AgentFailure(String message) {
    super(message);
  }
}
