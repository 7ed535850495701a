package dev.hypersweep.trainer.parity;

import dev.hypersweep.trainer.moe.hyper.Generation;

/** Everything on the way to HyperExperts. */
final class GeneratedTensors {

  private GeneratedTensors() {}

  static void check(Check check, String prefix, Generation made) {
    check.tensor(prefix + "s", made.s());
    check.tensor(prefix + "p", made.p());
    check.tensor(prefix + "h", made.h());
    check.tensor(prefix + "W_down", made.hyperExpert().down());
    check.tensor(prefix + "W_up", made.hyperExpert().up());
    if (made.hyperExpert().downBias() != null) {
      check.tensor(prefix + "b_down", made.hyperExpert().downBias());
      check.tensor(prefix + "b_up", made.hyperExpert().upBias());
    }
  }
}
