package dev.hypersweep.trainer.model;

/**
 * A text and the number that is to be estimated from it.
 *
 * @param score as it is learnt, 0 to 1
 */
public record ScoredText(int[] tokens, int[] segments, double score) implements TokenisedText {}
