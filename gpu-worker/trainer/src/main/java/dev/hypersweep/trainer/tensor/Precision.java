package dev.hypersweep.trainer.tensor;

/**
 * How exactly matrix products are computed. Weights, optimiser, norms, softmax, gates and losses
 * are float32 in each.
 */
public enum Precision {
  /** float32. */
  FLOAT32,
  /** Products round their inputs to TF32 (10 bits of mantissa); NVIDIA GPUs from Ampere on. */
  TF32,
  /** Products of layers round inputs and results to bfloat16 (7 bits); slow on most CPUs. */
  BF16;

  /** The name in settings, for example {@code bf16}. */
  public String settingName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
