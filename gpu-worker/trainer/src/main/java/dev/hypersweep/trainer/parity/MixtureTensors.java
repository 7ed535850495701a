package dev.hypersweep.trainer.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.model.gpt2.Gpt2Mixtures;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.expert.Dispatch;
import dev.hypersweep.trainer.moe.gate.Evenness;
import dev.hypersweep.trainer.moe.gate.NoisyLogits;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.moe.hyper.SelectedSets;
import dev.hypersweep.trainer.nn.Pass;
import java.util.Arrays;

/**
 * The tensors of one block of the authors' GPT-2, {@code eval.moe.0.} and so on.
 *
 * @param rows B
 */
record MixtureTensors(Check check, String prefix, Pass pass, int rows, SparseLayer.Output half) {

  /** Where each token goes, and what comes out. */
  void routing() {
    Routing routing = half.routing();
    NoisyLogits noisy = routing.noisy();
    check.tensor(prefix + "input", split(routing.input()));
    check.tensor(prefix + "clean_logits", split(noisy == null ? routing.logits() : noisy.clean()));
    check.tensor(prefix + "noisy_logits", split(routing.logits()));
    check.tensor(prefix + "selected", split(routing.selected().sort(-1)));
    check.tensor(prefix + "gates", split(Evenness.gates(pass, routing)));
    check.tensor(prefix + "output", split(half.y()));
  }

  /** The generated part and everything on the way to it, a row per set that a token selected. */
  void parts(Gpt2Mixtures.Layer layer) {
    if (layer.hyper() == null) {
      return;
    }
    Dispatch dispatch = Dispatch.of(pass, half.routing());
    NDArray experts = dispatch.combine(layer.experts().apply(dispatch));
    check.tensor(prefix + "experts_output", split(experts));
    check.tensor(prefix + "hyper_expert_output", split(layer.hyper().apply(dispatch)));
    SelectedSets used = SelectedSets.distinct(half.routing().selection());
    double[] members = Arrays.stream(used.members()).asDoubleStream().toArray();
    check.numbers(prefix + "used_sets", members, used.count(), used.k());
    GeneratedTensors.check(
        check, prefix, layer.hyper().ofSets(pass, used, half.routing().experts()));
  }

  /** [B L, c] -> [B, L, c]. */
  private NDArray split(NDArray x) {
    return x.reshape(new Shape(rows, -1, x.getShape().get(1)));
  }
}
