package dev.hypersweep.protocol;

/**
 * Lines that an attempt wrote.
 *
 * @param sequence 0, 1, 2, ... within the attempt; known ones change nothing
 * @param text at most 64 kB
 */
public record LogChunk(long generation, long sequence, String text) {}
