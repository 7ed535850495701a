package dev.hypersweep.protocol;

/**
 * The answer to a registration.
 *
 * @param workerId to be named in every request for a lease
 * @param registration number of this registration of the worker: the fence of its sign-off
 * @param leaseSeconds how long a lease lives without a heartbeat
 * @param heartbeatSeconds how often a heartbeat is expected
 */
public record WorkerRegistered(
    long workerId, long registration, int leaseSeconds, int heartbeatSeconds) {}
