/** Aggregates over runs and tasks: what a method is worth on a benchmark. */
package dev.hypersweep.statistics.aggregate;
