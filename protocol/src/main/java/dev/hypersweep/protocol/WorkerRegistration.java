package dev.hypersweep.protocol;

/**
 * A worker says that it is here. Sent again with the same name it is the same worker, and replaces
 * what was known of it.
 *
 * @param name stable across restarts, unique in an installation, at most 200 characters
 */
public record WorkerRegistration(String name, WorkerDescription description) {}
