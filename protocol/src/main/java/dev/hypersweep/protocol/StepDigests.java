package dev.hypersweep.protocol;

import java.util.List;

/**
 * A stretch of the chain of digests: the digest of step s is the SHA-256 of the digest of step s-1,
 * the step's example order, its loss bits and its gradient norm bits. Equal digests at step s mean
 * an equal history up to s.
 *
 * @param firstStep step of the first digest, from 1
 * @param digests lower-case hex, one per step, without gaps
 */
public record StepDigests(long firstStep, List<String> digests) {}
