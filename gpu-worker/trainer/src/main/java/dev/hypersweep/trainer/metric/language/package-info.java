/**
 * How well a language model predicts text: perplexities, bits per byte, and what they divide by.
 */
package dev.hypersweep.trainer.metric.language;
