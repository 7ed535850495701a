package dev.hypersweep.trainer.model;

import dev.hypersweep.trainer.model.CompanionConfiguration.Hyper;
import dev.hypersweep.trainer.model.CompanionConfiguration.HyperSizes;
import dev.hypersweep.trainer.model.CompanionConfiguration.PerExpert;
import dev.hypersweep.trainer.model.CompanionConfiguration.Shared;
import dev.hypersweep.trainer.model.CompanionConfiguration.Sharing;

/**
 * Parameters of {@link Classifier}, from its configuration alone. With d the width, f the inner
 * width, f_e that of an expert, N experts and s shared ones:
 *
 * <ul>
 *   <li>token and position tables (rows + length) d, final norm 2 d, head C (d + 1);
 *   <li>a block's norms 4 d and attention 4 d (d + 1); a network of inner width f has 2 d f + f +
 *       d;
 *   <li>a sparse layer has N d for its gate, as much again for the noise of a noisy one, (N + s) (2
 *       d f_e + f_e + d) for experts, and its companion's;
 *   <li>an adapter has 2 d b + b + d;
 *   <li>HyperMoE has per layer the expert embeddings, N t as a table or 8 d + t (d + 1) as a
 *       convolution, and p (t + 1) + p (p + 1) for the embedding MLP; per hypernetwork L e for L
 *       layer embeddings, h (p + e + 1) for its hidden layer, and (h + 1) (2 d b + b + d) for its
 *       heads.
 * </ul>
 */
public final class ClassifierSize {

  private static final int KERNEL = 8;

  private ClassifierSize() {}

  /** All parameters. */
  public static long total(ModelConfiguration c) {
    long d = c.width();
    int sparseLayers = c.sparse() == null ? 0 : c.sparseLayers();
    long blocks = c.layers() * (4 * d + 4 * d * (d + 1));
    long dense = (c.layers() - sparseLayers) * network(d, c.innerWidth());
    long sparse = c.sparse() == null ? 0 : sparseLayers * sparseLayer(c) + hypernetworks(c);
    long ends = (c.rows() + c.length()) * d + 2 * d + c.classes() * (d + 1);
    return ends + blocks + dense + sparse;
  }

  /**
   * Parameters that a token meets: all but, in each sparse layer, the N - k experts that it is not
   * sent to, with their adapters if they have any. A hypernetwork is met whole.
   */
  public static long active(ModelConfiguration c) {
    SparseConfiguration s = c.sparse();
    if (s == null) {
      return total(c);
    }
    long adapter =
        s.companion() instanceof PerExpert own ? network(c.width(), own.bottleneck()) : 0;
    long idle = network(c.width(), s.innerWidth()) + adapter;
    return total(c) - (long) c.sparseLayers() * (s.experts() - s.k()) * idle;
  }

  private static long network(long d, long f) {
    return 2 * d * f + f + d;
  }

  private static long sparseLayer(ModelConfiguration c) {
    SparseConfiguration s = c.sparse();
    long d = c.width();
    int gates = s.gate() instanceof GateConfiguration.Noisy ? 2 : 1;
    long experts = (s.experts() + s.sharedExperts()) * network(d, s.innerWidth());
    return gates * s.experts() * d + experts + companion(c, s);
  }

  private static long companion(ModelConfiguration c, SparseConfiguration s) {
    CompanionConfiguration companion = s.companion();
    if (companion instanceof Shared shared) {
      return network(c.width(), shared.bottleneck());
    } else if (companion instanceof PerExpert own) {
      return s.experts() * network(c.width(), own.bottleneck());
    } else if (companion instanceof Hyper hyper) {
      return ofLayer(c, s, hyper);
    }
    return 0;
  }

  private static long ofLayer(ModelConfiguration c, SparseConfiguration s, Hyper hyper) {
    long t = hyper.sizes().expertEmbedding();
    long p = hyper.sizes().selectionEmbedding();
    long embedding =
        switch (hyper.embedding()) {
          case TABLE -> s.experts() * t;
          case CONVOLUTION, CONVOLUTION_DETACHED ->
              (long) Math.min(KERNEL, s.innerWidth()) * c.width() + t * (c.width() + 1);
          case PROJECTION, PCA -> 0;
        };
    return embedding + (hyper.embeddingMlp() ? p * (t + 1) + p * (p + 1) : 0);
  }

  private static long hypernetworks(ModelConfiguration c) {
    if (!(c.sparse().companion() instanceof Hyper hyper)) {
      return 0;
    }
    boolean each = hyper.sharing() == Sharing.LAYER;
    return each ? c.sparseLayers() * hypernetwork(c, hyper, 1) : hypernetwork(c, hyper, c.layers());
  }

  private static long hypernetwork(ModelConfiguration c, Hyper hyper, int rows) {
    HyperSizes sizes = hyper.sizes();
    long p = hyper.embeddingMlp() ? sizes.selectionEmbedding() : sizes.expertEmbedding();
    long e = sizes.layerEmbedding();
    long h = sizes.hypernetwork();
    long outputs = 2L * c.width() * sizes.bottleneck();
    if (hyper.hyperExpertBiases()) {
      outputs += sizes.bottleneck() + c.width();
    }
    return rows * e + h * (p + e + 1) + (hyper.headBiases() ? h + 1 : h) * outputs;
  }
}
