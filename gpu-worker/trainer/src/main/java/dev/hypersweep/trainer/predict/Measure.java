package dev.hypersweep.trainer.predict;

/**
 * A metric of a split.
 *
 * @param name as the result has it: a catalogue name, behind the split's where it is not the first,
 *     for example {@code accuracy} or {@code mismatched/accuracy}
 * @param statistic what it is of the split's examples
 */
public record Measure(String name, Statistic statistic) {}
