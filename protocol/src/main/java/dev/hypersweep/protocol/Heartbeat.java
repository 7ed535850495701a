package dev.hypersweep.protocol;

/** Sign of life for one attempt. {@code step}: optimiser steps done so far. */
public record Heartbeat(long generation, long step) {}
