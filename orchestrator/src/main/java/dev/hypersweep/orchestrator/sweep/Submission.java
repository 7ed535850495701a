package dev.hypersweep.orchestrator.sweep;

/**
 * What a caller asks to be queued.
 *
 * @param mediaType in which the text was sent
 * @param team owner; made if it does not exist
 * @param priority higher is claimed first
 * @param key Idempotency-Key, or null
 */
record Submission(DefinitionText text, String mediaType, String team, int priority, String key) {}
