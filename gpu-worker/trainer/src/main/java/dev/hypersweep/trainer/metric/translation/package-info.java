/** What BLEU, chrF and TER share: several references of a sentence, and their signatures. */
package dev.hypersweep.trainer.metric.translation;
