package dev.hypersweep.trainer.generation;

/**
 * What a search found.
 *
 * @param sequences [B * returned][T], prompt or start token first, padded to one length; the
 *     hypotheses of a row follow each other, the best first
 * @param scores [B * returned], log-probability over generated length to the power of the length
 *     penalty; null for greedy search
 */
public record Generated(long[][] sequences, double[] scores) {}
