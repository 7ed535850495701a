package dev.hypersweep.trainer.model;

import dev.hypersweep.trainer.model.CompanionConfiguration.Hyper;
import dev.hypersweep.trainer.model.CompanionConfiguration.HyperSizes;
import dev.hypersweep.trainer.model.CompanionConfiguration.PerExpert;
import dev.hypersweep.trainer.model.CompanionConfiguration.Shared;
import dev.hypersweep.trainer.moe.hyper.Reduction;

/**
 * Floating-point operations of a forward pass of {@link Classifier} in evaluation: two for each
 * multiply-add of a matrix product. Norms, activations, softmax and look-ups are left out. With d
 * the width, f the inner width, L tokens of an example, a token costs
 *
 * <ul>
 *   <li>per block 8 d^2 for the projections of attention and 4 d L for its two products with L
 *       tokens; 4 d f for a network, and 2 d C / L as its share of the head;
 *   <li>per sparse layer 2 d N for the gate and 4 d f_e for each of its k experts and the shared
 *       ones; 4 d b for an adapter, for each of its k adapters, or for its HyperExpert.
 * </ul>
 *
 * <p>HyperExperts are generated once per distinct set of selected experts, whatever the number of
 * tokens: see {@link #perSet}. With soft weights they are generated per token in the factored form,
 * whose two products with b hidden vectors cost 4 d b (h + 1) in place of 4 d b.
 */
public final class ClassifierFlops {

  private ClassifierFlops() {}

  /**
   * Of a token.
   *
   * @param length tokens L of its example
   */
  public static double perToken(ModelConfiguration c, double length) {
    double d = c.width();
    int sparseLayers = c.sparse() == null ? 0 : c.sparseLayers();
    double attention = c.layers() * (8 * d * d + 4 * d * length);
    double dense = (c.layers() - sparseLayers) * 4 * d * c.innerWidth();
    double sparse = c.sparse() == null ? 0 : sparseLayers * sparseLayer(c);
    return attention + dense + sparse + 2 * d * c.classes() / length;
  }

  private static double sparseLayer(ModelConfiguration c) {
    SparseConfiguration s = c.sparse();
    double d = c.width();
    double gate = 2 * d * s.experts();
    double experts = (s.k() + s.sharedExperts()) * 4 * d * s.innerWidth();
    return gate + experts + companion(c, s);
  }

  private static double companion(ModelConfiguration c, SparseConfiguration s) {
    double d = c.width();
    CompanionConfiguration companion = s.companion();
    if (companion instanceof Shared shared) {
      return 4 * d * shared.bottleneck();
    } else if (companion instanceof PerExpert own) {
      return s.k() * 4 * d * own.bottleneck();
    } else if (companion instanceof Hyper hyper) {
      double apply = 4 * d * hyper.sizes().bottleneck();
      return isSoft(s, hyper)
          ? hidden(s, hyper)
              + biases(c, hyper)
              + apply * (hyper.sizes().hypernetwork() + (hyper.headBiases() ? 1 : 0))
          : apply;
    }
    return 0;
  }

  private static boolean isSoft(SparseConfiguration s, Hyper hyper) {
    int members =
        hyper.conditioning() == CompanionConfiguration.ConditioningKind.SELECTED
            ? s.k()
            : s.experts() - s.k();
    return hyper.reduction() == Reduction.SOFT && members > 1;
  }

  /**
   * Of generating one HyperExpert in one layer: 2 N t for the selection embedding, 2 p (t + p) for
   * its MLP, 2 h (p + e) for the hidden layer and 2 h (2 d b + b + d) for the heads; 0 without a
   * hypernetwork.
   */
  public static double perSet(ModelConfiguration c) {
    if (c.sparse() == null || !(c.sparse().companion() instanceof Hyper hyper)) {
      return 0;
    }
    double matrices = 4.0 * c.width() * hyper.sizes().bottleneck() * hyper.sizes().hypernetwork();
    return hidden(c.sparse(), hyper) + biases(c, hyper) + matrices;
  }

  private static double hidden(SparseConfiguration s, Hyper hyper) {
    HyperSizes sizes = hyper.sizes();
    double t = sizes.expertEmbedding();
    double p = hyper.embeddingMlp() ? sizes.selectionEmbedding() : t;
    double mlp = hyper.embeddingMlp() ? 2 * p * (t + p) : 0;
    return 2 * s.experts() * t + mlp + 2 * sizes.hypernetwork() * (p + sizes.layerEmbedding());
  }

  private static double biases(ModelConfiguration c, Hyper hyper) {
    return hyper.hyperExpertBiases()
        ? 2.0 * hyper.sizes().hypernetwork() * (hyper.sizes().bottleneck() + c.width())
        : 0;
  }
}
