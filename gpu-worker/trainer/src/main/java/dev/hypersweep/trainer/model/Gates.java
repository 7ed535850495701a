package dev.hypersweep.trainer.model;

import dev.hypersweep.trainer.moe.gate.Gate;
import dev.hypersweep.trainer.moe.gate.GateMatrix;
import dev.hypersweep.trainer.moe.gate.Noise;
import dev.hypersweep.trainer.moe.gate.NoisyTopKGate;
import dev.hypersweep.trainer.moe.gate.SoftmaxTopKGate;
import dev.hypersweep.trainer.moe.gate.SwitchGate;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Parameters;

/** Makes the gate that a configuration wants. */
public final class Gates {

  private Gates() {}

  /**
   * Enters the gate's matrices.
   *
   * @param name {@code block.1.router} for example
   * @param width d
   */
  public static Gate of(Parameters parameters, String name, int width, SparseConfiguration s) {
    GateConfiguration wanted = s.gate();
    if (wanted instanceof GateConfiguration.Noisy noisy) {
      return new NoisyTopKGate(
          matrix(parameters, name + ".gate", width, s.experts(), Initialiser.zeros()),
          matrix(parameters, name + ".noise", width, s.experts(), Initialiser.zeros()),
          s.k(),
          noisy.floor(),
          noisy.scale(),
          Noise.SEEDED);
    }
    // Without noise a gate of zeros would send every token to the same experts.
    Initialiser small = Initialiser.uniform(1 / Math.sqrt(width));
    GateMatrix matrix = matrix(parameters, name + ".gate", width, s.experts(), small);
    if (wanted instanceof GateConfiguration.Switch one) {
      return new SwitchGate(matrix, one.jitter(), one.capacity());
    }
    return new SoftmaxTopKGate(matrix, s.k(), ((GateConfiguration.Softmax) wanted).scale());
  }

  private static GateMatrix matrix(
      Parameters parameters, String name, int width, int experts, Initialiser initialiser) {
    return new GateMatrix(parameters, name + ".weight", width, experts, Layout.OUT_IN, initialiser);
  }
}
