package dev.hypersweep.orchestrator.leaderboard;

import java.util.Set;

/**
 * What sweeps asked for in a cell, whatever came of it.
 *
 * @param seeds number of distinct seeds that any run of the configuration asked for
 * @param failedSeeds those with a run that failed, perhaps beside one that did not
 */
record AskedCell(
    String configuration, String variant, String dataset, int seeds, Set<Long> failedSeeds) {}
