package dev.hypersweep.trainer.data;

/**
 * A text, or a pair of texts, and its class.
 *
 * @param text the only or the first text
 * @param pair the second text, or null
 * @param label class, from 0
 */
public record Example(String text, String pair, int label) {}
