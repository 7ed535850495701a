package dev.hypersweep.trainer.moe;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.moe.expert.Dispatch;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/**
 * The MoE-Share baseline: one ordinary bottleneck of the HyperExpert's size, for every token, begun
 * near zero like the HyperExpert (Xavier with gain 1e-4).
 */
public final class SharedAdapter implements Companion {

  static final double GAIN = 1e-4;

  private final Linear down;
  private final Linear up;

  public SharedAdapter(Parameters parameters, String name, int width, int bottleneck) {
    Initialiser xavier = xavier(width, bottleneck);
    down = new Linear(parameters, name + ".down", width, bottleneck, xavier);
    up = new Linear(parameters, name + ".up", bottleneck, width, xavier);
  }

  static Initialiser xavier(int width, int bottleneck) {
    return Initialiser.uniform(GAIN * Math.sqrt(6.0 / (width + bottleneck)));
  }

  @Override
  public NDArray apply(Dispatch dispatch) {
    Pass pass = dispatch.pass();
    NDArray inner = down.apply(pass, dispatch.routing().input()); // [n, b]
    return up.apply(pass, pass.operations().relu(inner));
  }
}
