/**
 * Tests that assume no distribution: of paired differences, of two samples, of many methods on many
 * datasets.
 */
package dev.hypersweep.statistics.nonparametric;
