package dev.hypersweep.trainer.moe.hyper;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Linear;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/**
 * The layer's network on its selection embedding, p = W_b relu(W_a s + c_a) + c_b ({@code
 * embedding_process} in the authors' code): [S, t] -> [S, p].
 */
public final class EmbeddingMlp {

  private final Linear a;
  private final Linear b;

  /**
   * @param a name of W_a without {@code .weight}
   * @param b name of W_b without {@code .weight}
   */
  public EmbeddingMlp(
      Parameters parameters, String a, String b, int t, int process, int selectionEmbedding) {
    this.a = new Linear(parameters, a, t, process);
    this.b = new Linear(parameters, b, process, selectionEmbedding);
  }

  public NDArray apply(Pass pass, NDArray s) {
    return b.apply(pass, pass.operations().relu(a.apply(pass, s)));
  }
}
