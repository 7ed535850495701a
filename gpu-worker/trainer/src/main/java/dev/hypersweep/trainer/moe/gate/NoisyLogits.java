package dev.hypersweep.trainer.moe.gate;

import ai.djl.ndarray.NDArray;

/**
 * The logits of a noisy gate with what they were made from.
 *
 * @param clean x W_g [n, N]
 * @param deviation standard deviation of the noise [n, N]
 * @param noisy H(x) = clean + noise [n, N]
 * @param top the min(k + 1, N) greatest noisy logits in falling order
 */
public record NoisyLogits(NDArray clean, NDArray deviation, NDArray noisy, NDArray top) {}
