package dev.hypersweep.sweeps.health;

import dev.hypersweep.statistics.Interval;

/**
 * How much a parameter matters: by how much a forest's error grows when the parameter's values are
 * shuffled, as a share of the variance of the losses.
 *
 * @param parameter name
 * @param value 0 or more; above 1 for parameters without which the forest is worse than the mean
 * @param interval of the middle nine tenths over resampled trials
 */
public record Importance(String parameter, double value, Interval interval) {}
