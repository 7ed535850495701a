/**
 * Intervals, tests and rankings: pure functions over arrays. Values are oriented by the caller so
 * that higher is better wherever a direction matters.
 */
package dev.hypersweep.statistics;
