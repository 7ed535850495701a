package dev.hypersweep.trainer.moe.hyper;

import ai.djl.ndarray.NDArray;

/**
 * Everything on the way to HyperExperts; a row per set of selected experts, or per token.
 *
 * @param s selection embeddings [S, t]
 * @param p after the embedding MLP, s itself without one [S, p]
 * @param h hidden state of the hypernetwork [S, h]
 * @param hyperExpert S of them
 */
public record Generation(NDArray s, NDArray p, NDArray h, HyperExpert hyperExpert) {}
