package dev.hypersweep.orchestrator.leaderboard;

/**
 * A measure of one run.
 *
 * @param value on all examples
 * @param low lower end of the run's bootstrap interval over examples; null if it reported none
 * @param high the upper end
 */
record Reading(double value, Double low, Double high) {}
