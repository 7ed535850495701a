package dev.hypersweep.protocol;

/**
 * One value of one metric.
 *
 * @param name for example {@code train/loss} or {@code evaluation/accuracy}, at most 200 characters
 * @param step optimiser steps done when it was taken
 * @param value finite
 */
public record MetricPoint(String name, long step, double value) {}
