/**
 * The GPT-2 layout (Radford et al. 2019) with Hugging Face's parameter names and settings: loads
 * their checkpoints and writes texts.
 */
package dev.hypersweep.trainer.model.gpt2;
