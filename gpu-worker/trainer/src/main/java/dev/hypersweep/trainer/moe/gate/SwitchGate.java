package dev.hypersweep.trainer.moe.gate;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Pass;

/**
 * The top-1 gate of the Switch Transformer (Fedus et al. 2022, section 2.1) as Hugging Face builds
 * it: the input is jittered when training, and the experts see the jittered one; an expert takes at
 * most {@code capacity} tokens of a sequence, in their order, and what it has no room for is
 * dropped: it passes unchanged, scaled by its probability like every other.
 */
public final class SwitchGate implements Gate {

  private final GateMatrix gate;
  private final double jitter;
  private final int capacity;

  /**
   * @param jitter the input is multiplied by noise uniform in 1 +- jitter; 0 for none
   * @param capacity tokens per expert and sequence, 0 for no limit
   */
  public SwitchGate(GateMatrix gate, double jitter, int capacity) {
    this.gate = gate;
    this.jitter = jitter;
    this.capacity = capacity;
  }

  @Override
  public Routing route(Pass pass, NDArray x, Sequences sequences) {
    NDArray input =
        pass.isTraining() && jitter > 0
            ? x.mul(pass.uniformLike(x, 1 - jitter, 1 + jitter))
            : x; // [n, d]
    Routing free =
        TopK.of(pass, input, gate.apply(pass, input), 1, GateScale.PROBABILITY, sequences);
    return capacity == 0 ? free : limited(free);
  }

  private Routing limited(Routing free) {
    int[] experts = free.selection().experts();
    boolean[] dropped = Capacity.dropped(experts, experts(), capacity, free.sequences());
    Selection selection = new Selection(experts, 1, experts(), dropped);
    return new Routing(
        free.input(),
        free.logits(),
        free.probabilities(),
        free.selected(),
        free.weights(),
        selection,
        free.sequences(),
        null);
  }

  @Override
  public int experts() {
    return gate.experts();
  }

  @Override
  public int k() {
    return 1;
  }
}
