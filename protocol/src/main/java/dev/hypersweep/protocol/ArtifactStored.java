package dev.hypersweep.protocol;

/** The answer to an upload: the content's hash and size in bytes. */
public record ArtifactStored(String sha256, long bytes) {}
