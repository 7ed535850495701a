/**
 * What the cases of a {@code .jsonl} file compute: an {@link
 * dev.hypersweep.trainer.parity.vector.Evaluator} for each metric name, a file for each family of
 * them, all of them named in {@link dev.hypersweep.trainer.parity.vector.Evaluators}.
 */
package dev.hypersweep.trainer.parity.vector;
