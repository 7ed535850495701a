/**
 * The sweep language and its brain. {@link dev.hypersweep.sweeps.SweepDefinitions} reads a text,
 * {@link dev.hypersweep.sweeps.Trials} makes its trials, {@link dev.hypersweep.sweeps.Matrix} their
 * runs.
 *
 * <p>Below: {@code source} turns text into nodes that know their place, {@code reading} turns nodes
 * into records and says all that is wrong with them, {@code expression} is the language of
 * constraints, {@code sampling} chooses points.
 */
package dev.hypersweep.sweeps;
