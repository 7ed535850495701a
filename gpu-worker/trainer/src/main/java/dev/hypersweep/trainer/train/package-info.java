/** One run: settings, optimiser, loop, evaluation, checkpoints, digests. */
package dev.hypersweep.trainer.train;
