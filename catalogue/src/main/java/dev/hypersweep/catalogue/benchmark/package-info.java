/**
 * How benchmarks are scored: which numbers make a task, which tasks an average, and what it comes
 * to.
 */
package dev.hypersweep.catalogue.benchmark;
