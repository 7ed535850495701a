package dev.hypersweep.trainer.moe.hyper;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/** Learned vectors, a table per layer, as in the authors' code: [N, t] parameters. */
public final class LearnedTable implements ExpertEmbedding {

  private final Parameter table;

  /**
   * @param name whole name of the parameter
   * @param deviation of the normal distribution that it begins with; 1 in the authors' Switch
   *     Transformer, 0.02 in their GPT-2
   */
  public LearnedTable(Parameters parameters, String name, int experts, int t, double deviation) {
    table = parameters.free(name, Initialiser.normal(deviation), experts, t);
  }

  @Override
  public NDArray table(Pass pass) {
    return pass.get(table);
  }

  @Override
  public int width() {
    return (int) table.shape().get(1);
  }
}
