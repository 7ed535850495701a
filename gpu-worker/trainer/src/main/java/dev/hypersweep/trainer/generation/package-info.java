/**
 * Greedy and beam search over any model that goes on with a sequence one token at a time: a {@link
 * dev.hypersweep.trainer.generation.Continuation}. The results are those of the generation of
 * Hugging Face transformers 4.44.2.
 */
package dev.hypersweep.trainer.generation;
