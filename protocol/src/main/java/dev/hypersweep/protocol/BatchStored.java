package dev.hypersweep.protocol;

/** The answer to a batch or a log chunk. {@code stored} is false if the sequence was known. */
public record BatchStored(boolean stored) {}
