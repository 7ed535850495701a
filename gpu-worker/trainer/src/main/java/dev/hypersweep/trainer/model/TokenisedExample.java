package dev.hypersweep.trainer.model;

/**
 * What the model reads of an example.
 *
 * @param tokens rows of the token table, one or more
 * @param label class, from 0
 */
public record TokenisedExample(int[] tokens, int label) {}
