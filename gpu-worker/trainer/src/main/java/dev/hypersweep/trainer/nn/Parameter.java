package dev.hypersweep.trainer.nn;

import ai.djl.ndarray.types.Shape;

/**
 * A trainable tensor of the model; its value is held by {@link Weights}.
 *
 * @param index its place among the model's parameters
 * @param name unique, as in checkpoints, for example {@code block.0.attention.out.weight}
 * @param shape as in checkpoints
 * @param initialiser how it begins
 * @param decayed whether weight decay applies: to matrices that multiply activations, not to
 *     biases, norms and embedding tables
 */
public record Parameter(
    int index, String name, Shape shape, Initialiser initialiser, boolean decayed) {}
