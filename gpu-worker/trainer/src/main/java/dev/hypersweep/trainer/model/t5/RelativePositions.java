package dev.hypersweep.trainer.model.t5;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.Embedding;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/**
 * A learned term of the attention scores for each head and bucket of distances (Raffel et al. 2020,
 * 2.1). Each stack has one table, in its first block; all blocks of the stack use it.
 */
final class RelativePositions {

  private final Embedding table;
  private final boolean bidirectional;
  private final T5Configuration configuration;

  RelativePositions(
      Parameters parameters, String name, boolean bidirectional, T5Configuration configuration) {
    this.table =
        new Embedding(
            parameters,
            name + ".relative_attention_bias",
            configuration.buckets(),
            configuration.heads(),
            configuration.deviation(configuration.width()));
    this.bidirectional = bidirectional;
    this.configuration = configuration;
  }

  /**
   * The term for queries at {@code first}, {@code first} + 1, .. and keys at 0, 1, ..
   *
   * @return [1, h, queries, keys]
   */
  NDArray apply(Pass pass, int first, int queries, int keys) {
    long[] distances = new long[queries * keys];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = i % keys - (first + i / keys);
    }
    NDArray buckets =
        pass.sequences()
            .relativeBuckets(
                pass.manager().create(distances),
                bidirectional,
                configuration.buckets(),
                configuration.longestDistance());
    return table
        .apply(pass, buckets) // [queries keys, h]
        .reshape(new Shape(1, queries, keys, configuration.heads()))
        .transpose(0, 3, 1, 2);
  }
}
