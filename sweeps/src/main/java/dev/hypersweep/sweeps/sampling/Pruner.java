package dev.hypersweep.sweeps.sampling;

/** Decides whether a running trial is hopeless. */
public interface Pruner {

  /** Never. */
  Pruner NONE = (study, trial) -> false;

  /**
   * Whether a trial should end now.
   *
   * @param study what was told and reported so far
   * @param trial a running one that has just reported
   */
  boolean prunes(Study study, int trial);
}
