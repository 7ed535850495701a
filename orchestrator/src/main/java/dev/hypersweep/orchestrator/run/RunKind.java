package dev.hypersweep.orchestrator.run;

/** Why a run exists. */
public enum RunKind {
  /** Part of a sweep. */
  TRIAL,
  /** A stored run executed again; never on a leaderboard. */
  AUDIT
}
