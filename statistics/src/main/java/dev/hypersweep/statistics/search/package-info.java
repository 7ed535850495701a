/** What a search has found: incumbents, expected maxima, Pareto fronts and hypervolume. */
package dev.hypersweep.statistics.search;
