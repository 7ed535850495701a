package dev.hypersweep.protocol;

/**
 * The checkpoint that an attempt goes on from.
 *
 * @param attemptId the attempt that wrote it
 * @param step optimiser steps done when it was written
 * @param sha256 its content, fetched from {@code GET /api/v1/worker/artifacts/{sha256}}
 */
public record ResumePoint(long attemptId, long step, String sha256) {}
