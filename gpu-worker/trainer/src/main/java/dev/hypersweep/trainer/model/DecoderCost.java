package dev.hypersweep.trainer.model;

/**
 * What of a model a token does not pay for, and what it pays for others.
 *
 * @param idleSize parameters that a token does not meet: the experts that it is not sent to
 * @param lookedUp parameters that are looked up and not multiplied
 * @param attentionWidth width of queries, summed over all attention layers
 */
public record DecoderCost(long idleSize, long lookedUp, long attentionWidth) {}
