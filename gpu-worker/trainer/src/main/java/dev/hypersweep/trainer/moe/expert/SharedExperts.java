package dev.hypersweep.trainer.moe.expert;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import dev.hypersweep.trainer.nn.Pass;
import java.util.Arrays;
import java.util.Collections;

/**
 * The shared experts of DeepSeekMoE (Dai et al. 2024, equation 9): every token passes each of them,
 * their outputs are added without a gate weight. Several may be stored as one network of their
 * joined inner width, which is the same function.
 */
public final class SharedExperts {

  private final Experts experts;

  public SharedExperts(Experts experts) {
    this.experts = experts;
  }

  /** x [n, d] -> [n, d]. */
  public NDArray apply(Pass pass, NDArray x) {
    int count = experts.count();
    long n = x.getShape().get(0);
    if (count == 1) {
      return experts.apply(pass, x, new long[] {n});
    }
    long[] sizes = new long[count];
    Arrays.fill(sizes, n);
    NDArray repeated = NDArrays.concat(new NDList(Collections.nCopies(count, x))); // [s n, d]
    NDArray y = experts.apply(pass, repeated, sizes);
    return y.reshape(count, n, x.getShape().get(1)).sum(new int[] {0});
  }
}
