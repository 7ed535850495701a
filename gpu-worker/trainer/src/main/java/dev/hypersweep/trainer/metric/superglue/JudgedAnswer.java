package dev.hypersweep.trainer.metric.superglue;

/**
 * An answer of MultiRC.
 *
 * @param question what its passage and question are called together
 * @param right whether it is a right answer
 * @param predicted whether it was said to be one
 */
public record JudgedAnswer(String question, boolean right, boolean predicted) {}
