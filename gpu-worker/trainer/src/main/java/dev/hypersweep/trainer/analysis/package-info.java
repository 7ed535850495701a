/** What a trained model's layers do, measured on held-out examples beside its scores. */
package dev.hypersweep.trainer.analysis;
