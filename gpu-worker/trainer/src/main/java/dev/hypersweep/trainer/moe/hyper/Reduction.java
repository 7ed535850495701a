package dev.hypersweep.trainer.moe.hyper;

/** How the embeddings of a set C of experts become one vector s; of no expert, s = 0. */
public enum Reduction {
  /** s = sum over C: the authors' code. */
  SUM,
  /** s = sum over C / |C|: does not grow with N. */
  MEAN,
  /**
   * s = sum over C of p_j S_j / sum over C of p_j, p the gate's probabilities: differs from token
   * to token, and gives the router a gradient.
   */
  SOFT
}
