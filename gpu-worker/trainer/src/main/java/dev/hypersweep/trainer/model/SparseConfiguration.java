package dev.hypersweep.trainer.model;

/**
 * The numbers that make a layer sparse.
 *
 * @param experts N
 * @param k experts per token
 * @param every every n-th block is sparse
 * @param balance weight of the load balancing losses
 * @param companion what stands beside the experts
 */
public record SparseConfiguration(
    int experts, int k, int every, double balance, CompanionConfiguration companion) {}
