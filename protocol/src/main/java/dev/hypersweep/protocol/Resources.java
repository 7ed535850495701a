package dev.hypersweep.protocol;

/**
 * What a run asks for, and what a worker has.
 *
 * @param device {@code cpu} or {@code gpu}
 * @param threads intra-op threads of the trainer, 1 or more; part of a run's fingerprint, since
 *     sums are taken in another order with another count
 * @param memoryBytes main memory (cpu) or device memory (gpu), in bytes
 */
public record Resources(String device, int threads, long memoryBytes) {}
