/**
 * What models said of single examples: the file that an accepted attempt left ({@link
 * dev.hypersweep.orchestrator.prediction.StoredPredictions}), its rows, and two models compared
 * example by example.
 */
package dev.hypersweep.orchestrator.prediction;
