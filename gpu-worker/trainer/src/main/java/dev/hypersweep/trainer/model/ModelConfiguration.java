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
 * @param dropout probability at the embeddings, the attention weights, the output of each sub-layer
 *     and the vector that is classified
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

  /** The same with other sparse layers. */
  public ModelConfiguration withSparse(SparseConfiguration other) {
    return new ModelConfiguration(
        layers, width, heads, innerWidth, rows, length, classes, dropout, other);
  }
}
