package dev.hypersweep.trainer.model;

/**
 * A piece of a text in which an answer may stand.
 *
 * @param start place of the answer's first token; 0, where no answer can stand, if this piece does
 *     not hold the whole of it
 * @param end place of its last token
 */
public record Window(int[] tokens, int[] segments, int start, int end) implements TokenisedText {}
