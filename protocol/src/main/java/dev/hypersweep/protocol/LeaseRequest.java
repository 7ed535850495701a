package dev.hypersweep.protocol;

/**
 * A worker asks for work.
 *
 * @param requestId made by the worker, a new one for each lease it wants; the same id sent twice
 *     gets the same lease, so an answer that was lost on the way costs nothing
 */
public record LeaseRequest(long workerId, String requestId) {}
