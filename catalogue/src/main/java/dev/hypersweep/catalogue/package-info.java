/**
 * What exists and how it is scored: datasets, metrics, benchmarks, variants and their settings.
 * Data and rules only; whoever loads, trains or stores does so elsewhere.
 */
package dev.hypersweep.catalogue;
