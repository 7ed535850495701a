package dev.hypersweep.trainer.model;

import java.util.stream.IntStream;

/**
 * The numbers that make a model.
 *
 * @param layers transformer blocks
 * @param width d
 * @param heads divides d
 * @param innerWidth f of a feed-forward network or expert
 * @param rows token vectors, the special ones included
 * @param length most tokens of an example
 * @param classes C
 * @param dropout probability at the output of each sub-layer
 * @param sparse null for a dense model
 */
public record ModelConfiguration(
    int layers,
    int width,
    int heads,
    int innerWidth,
    int rows,
    int length,
    int classes,
    double dropout,
    SparseConfiguration sparse) {

  /** Whether block {@code layer} (from 0) has experts. */
  public boolean isSparse(int layer) {
    return sparse != null && (layer + 1) % sparse.every() == 0;
  }

  /** How many blocks have experts. */
  public int sparseLayers() {
    return (int) IntStream.range(0, layers).filter(this::isSparse).count();
  }

  /**
   * Parameters that a token does not meet: of each sparse layer the N - k experts that it is not
   * sent to, 2 d f + f + d each, with their adapters, if they have any, of 2 d b + b + d.
   */
  long idleSize() {
    if (sparse == null) {
      return 0;
    }
    long expert = 2L * width * sparse.innerWidth() + sparse.innerWidth() + width;
    long adapter =
        sparse.companion() instanceof CompanionConfiguration.PerExpert each
            ? 2L * width * each.bottleneck() + each.bottleneck() + width
            : 0;
    return (long) sparseLayers() * (sparse.experts() - sparse.k()) * (expert + adapter);
  }
}
