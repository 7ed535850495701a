package dev.hypersweep.trainer.model;

import dev.hypersweep.trainer.moe.gate.GateScale;

/** Which gate a sparse layer has. */
public sealed interface GateConfiguration {

  /**
   * Shazeer's noisy top-k gate.
   *
   * @param floor least deviation of the noise
   */
  record Noisy(GateScale scale, double floor) implements GateConfiguration {}

  /**
   * The Switch Transformer's top-1 gate.
   *
   * @param jitter of its input when training, 0 for none
   * @param capacity tokens per expert and example, 0 for no limit
   */
  record Switch(double jitter, int capacity) implements GateConfiguration {}

  /** DeepSeekMoE's softmax top-k gate, without noise. */
  record Softmax(GateScale scale) implements GateConfiguration {}
}
