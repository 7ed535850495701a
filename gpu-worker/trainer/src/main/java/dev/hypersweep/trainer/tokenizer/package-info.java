/** Text to token numbers and back, by the rules of a Hugging Face {@code tokenizer.json}. */
package dev.hypersweep.trainer.tokenizer;
