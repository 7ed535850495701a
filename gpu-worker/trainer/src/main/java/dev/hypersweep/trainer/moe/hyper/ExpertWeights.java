package dev.hypersweep.trainer.moe.hyper;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.moe.expert.Experts;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Pass;
import java.util.stream.IntStream;

/** The matrices of experts, as tensors of a pass. */
final class ExpertWeights {

  private ExpertWeights() {}

  /** Matrix number {@code m} of each expert: N tensors, stored as the experts' form says. */
  static NDArray[] of(Pass pass, Experts experts, int m) {
    return IntStream.range(0, experts.count())
        .mapToObj(e -> pass.get(experts.matrices(e).get(m)))
        .toArray(NDArray[]::new);
  }

  /** How many matrices an expert has; the last one writes the output, the others read the token. */
  static int count(Experts experts) {
    return experts.matrices(0).size();
  }

  /** Whether matrix {@code m} is stored as [d, f] rather than [f, d]. */
  static boolean isWide(Experts experts, int m) {
    boolean writes = m == count(experts) - 1;
    return writes == (experts.form().layout() == Layout.OUT_IN);
  }
}
