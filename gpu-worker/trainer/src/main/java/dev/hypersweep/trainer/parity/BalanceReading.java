package dev.hypersweep.trainer.parity;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.moe.gate.Evenness;
import dev.hypersweep.trainer.moe.gate.NoisyLogits;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.nn.Pass;
import java.util.Locale;

/** How the balance loss of the authors' GPT-2 reads the load of the experts. */
enum BalanceReading {
  /**
   * As released: the thresholds are the greatest probabilities, compared with logits. A mistake,
   * here to document what it does; nothing trains with it.
   */
  OFFICIAL {
    @Override
    NDArray load(Pass pass, Routing routing) {
      NoisyLogits noisy = routing.noisy();
      if (noisy == null) {
        return Evenness.load(pass, routing);
      }
      int kept = (int) noisy.top().getShape().get(1);
      NDArray top = routing.probabilities().topK(kept, -1, true, true).get(0);
      NoisyLogits mixed = new NoisyLogits(noisy.clean(), noisy.deviation(), noisy.noisy(), top);
      return Evenness.staysSelected(pass, mixed).sum(new int[] {0});
    }
  },
  /** Logits are compared with logits: what is built. */
  REFERENCE {
    @Override
    NDArray load(Pass pass, Routing routing) {
      return Evenness.load(pass, routing);
    }
  };

  private static final double WEIGHT = 0.01;

  /** Load per expert [N]; without noise the number of its tokens. */
  abstract NDArray load(Pass pass, Routing routing);

  /** 0.01 (CV^2(importance) + CV^2(load)) of one layer, a scalar. */
  NDArray loss(Pass pass, Routing routing) {
    NDArray importance = Evenness.squaredVariation(pass, Evenness.importance(pass, routing));
    NDArray load = Evenness.squaredVariation(pass, load(pass, routing));
    return pass.operations().scale(importance.add(load), WEIGHT);
  }

  /** Compares load and loss, {@code load_official} and {@code aux_official} for example. */
  void check(Check check, String prefix, Pass pass, Routing routing) {
    check.tensor(prefix + "load_" + word(), load(pass, routing));
    check.tensor(prefix + "aux_" + word(), loss(pass, routing));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
