/** Runs of words or characters, counted. */
package dev.hypersweep.trainer.metric.ngram;
