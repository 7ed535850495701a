package dev.hypersweep.protocol;

/** The lease is extended; {@code signal} says what the worker shall do with the attempt. */
public record HeartbeatAnswer(Signal signal, int expiresInSeconds) {}
