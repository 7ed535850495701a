package dev.hypersweep.trainer.model;

/**
 * A text and the text that is to be written to it.
 *
 * @param source token numbers, one or more
 * @param target token numbers, one or more, the end of sequence included
 */
public record SequencePair(int[] source, int[] target) {}
