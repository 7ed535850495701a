package dev.hypersweep.trainer.model;

import dev.hypersweep.trainer.moe.gate.RouterObjective;

/**
 * The numbers that make a layer sparse.
 *
 * @param experts N
 * @param k experts per token
 * @param every every n-th block is sparse
 * @param innerWidth f of an expert
 * @param sharedExperts experts beside the N that every token passes
 * @param gate which gate
 * @param objective what the routers add to the loss
 * @param companion what stands beside the experts
 */
public record SparseConfiguration(
    int experts,
    int k,
    int every,
    int innerWidth,
    int sharedExperts,
    GateConfiguration gate,
    RouterObjective objective,
    CompanionConfiguration companion) {

  /** The same with experts of another inner width. */
  public SparseConfiguration withInnerWidth(int width) {
    return new SparseConfiguration(
        experts, k, every, width, sharedExperts, gate, objective, companion);
  }

  /** The same with another companion. */
  public SparseConfiguration withCompanion(CompanionConfiguration other) {
    return new SparseConfiguration(
        experts, k, every, innerWidth, sharedExperts, gate, objective, other);
  }

  /** The same with another gate and its losses. */
  public SparseConfiguration with(GateConfiguration other, RouterObjective losses) {
    return new SparseConfiguration(
        experts, k, every, innerWidth, sharedExperts, other, losses, companion);
  }

  /** The same with shared experts. */
  public SparseConfiguration withSharedExperts(int count) {
    return new SparseConfiguration(
        experts, k, every, innerWidth, count, gate, objective, companion);
  }
}
