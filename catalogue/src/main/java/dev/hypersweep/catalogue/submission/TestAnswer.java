package dev.hypersweep.catalogue.submission;

/**
 * A model's answer to an example of a test split.
 *
 * @param id the example's: its official index, or {@code passage/question/answer} for MultiRC
 * @param answer a label as the dataset's files write it, a number, or a text
 */
public record TestAnswer(String id, String answer) {}
