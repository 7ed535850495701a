package dev.hypersweep.trainer.moe.hyper;

import dev.hypersweep.trainer.nn.Embedding;
import dev.hypersweep.trainer.nn.Parameters;

/** The layer embeddings of a hypernetwork: one table, a row per block of the stack [layers, e]. */
public final class LayerTable {

  private final Embedding rows;

  /**
   * @param name of the table without {@code .weight}
   * @param deviation of the normal distribution that it begins with; 1 in the authors' Switch
   *     Transformer, 0.02 in their GPT-2
   */
  public LayerTable(Parameters parameters, String name, int layers, int width, double deviation) {
    rows = new Embedding(parameters, name, layers, width, deviation);
  }

  /** The embedding of a block. */
  public LayerEmbedding row(int layer) {
    return pass -> rows.apply(pass, pass.manager().create(new long[] {layer}));
  }
}
