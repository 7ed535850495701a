/**
 * The DeepSeekMoE decoder (Dai et al. 2024): RMS norm, rotary positions, SwiGLU, and sparse layers
 * of shared and fine-grained experts; names as in Hugging Face's {@code deepseek-moe-16b}
 * checkpoints. Sequences are padded: B of them, L positions, model width d, h heads of width w.
 */
package dev.hypersweep.trainer.model.deepseek;
