package dev.hypersweep.agent.status;

/** How the agent was rid of an attempt. */
public enum AttemptEnd {
  /** The orchestrator has its result. */
  RESULT,
  /** The orchestrator knows that it paused at its rung. */
  PAUSE,
  /** The orchestrator has its failure. */
  FAILURE,
  /** 409: somebody else has the run; all that was left of it was dropped. */
  SUPERSEDED,
  /** The orchestrator refused a record; the attempt was given up. */
  REFUSED,
  /** The agent was stopped first; the spool waits for the next start. */
  LEFT_OVER
}
