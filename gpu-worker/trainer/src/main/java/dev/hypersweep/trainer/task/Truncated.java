package dev.hypersweep.trainer.task;

/**
 * What was cut off texts that are longer than a network reads.
 *
 * @param examples of which something was cut
 * @param tokens that were cut
 * @param all tokens before anything was
 */
public record Truncated(long examples, long tokens, long all) {}
