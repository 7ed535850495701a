package dev.hypersweep.trainer.model.t5;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.moe.gate.Routing;

/**
 * What happened in a sparse layer of a stack.
 *
 * @param block the layer's block, from 0
 * @param input of the layer, normed [B, L, d]
 * @param routing of its B L rows
 * @param y output of the layer [B, L, d]
 */
public record SparseState(int block, NDArray input, Routing routing, NDArray y) {}
