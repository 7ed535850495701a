package dev.hypersweep.trainer.moe;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.moe.expert.Dispatch;
import dev.hypersweep.trainer.moe.expert.Experts;
import dev.hypersweep.trainer.moe.expert.SharedExperts;
import dev.hypersweep.trainer.moe.gate.Gate;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.moe.gate.Sequences;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A mixture of experts in the place of a feed-forward network: gate, experts, shared experts, and a
 * companion. y = sum over the selected i of G(x)_i E_i(x), plus the shared experts' outputs, plus
 * the companion's, neither of which is weighted.
 */
public final class SparseLayer {

  private final Gate gate;
  private final Experts experts;
  private final SharedExperts shared;
  private final Companion companion;

  /**
   * @param y the layer's output [n, d]
   * @param routing where each token went
   */
  public record Output(NDArray y, Routing routing) {}

  /**
   * @param shared null for none
   * @param companion null for none: a plain mixture of experts
   */
  public SparseLayer(Gate gate, Experts experts, SharedExperts shared, Companion companion) {
    this.gate = gate;
    this.experts = experts;
    this.shared = shared;
    this.companion = companion;
  }

  /** Parameters that a token does not meet: experts that it is not sent to, and what is theirs. */
  public long idleSize() {
    long own = companion == null ? 0 : companion.sizePerExpert();
    return (experts.count() - gate.k()) * (experts.size() + own);
  }

  /** x [n, d], every row is routed. */
  public Output apply(Pass pass, NDArray x, Sequences sequences) {
    Routing routing = gate.route(pass, x, sequences);
    return new Output(apply(pass, routing), routing);
  }

  /** The output for a routing made before. */
  public NDArray apply(Pass pass, Routing routing) {
    Dispatch dispatch = Dispatch.of(pass, routing);
    NDArray outputs = experts.apply(dispatch); // [n k, d]
    NDArray y =
        companion == null ? dispatch.combine(outputs) : companion.join(dispatch, outputs); // [n, d]
    return shared == null ? y : y.add(shared.apply(pass, routing.input()));
  }

  /** Each expert's own output for every token of a routing, unweighted: N of [n, d]. */
  public List<NDArray> expertOutputs(Pass pass, Routing routing) {
    return IntStream.range(0, experts.count())
        .mapToObj(
            expert -> {
              long[] sizes = new long[experts.count()];
              sizes[expert] = routing.selection().tokens();
              return experts.apply(pass, routing.input(), sizes);
            })
        .toList();
  }

  /** What the companion adds for each token of a routing [n, d]; there must be one. */
  public NDArray companionOutput(Pass pass, Routing routing) {
    return companion.apply(Dispatch.of(pass, routing));
  }
}
