package dev.hypersweep.trainer.moe.hyper;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.moe.expert.Experts;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.tensor.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;

/**
 * A random projection of the expert's weights: E_i = sum over its matrices W [f, d] of A W B, with
 * fixed A [p, f] and B [d, q] of standard normal numbers per matrix, p q = t. In expectation inner
 * products are kept up to a factor (Johnson and Lindenstrauss 1984, in Kronecker form). Each vector
 * is scaled to a root mean square of one, the scale of a learned table. Computed from the current
 * weights in every pass, without gradient; no parameters.
 */
public final class ProjectionEmbedding implements ExpertEmbedding {

  private final Experts experts;
  private final int p;
  private final int q;
  private final List<double[]> left = new ArrayList<>();
  private final List<double[]> right = new ArrayList<>();

  /**
   * @param seed decides A and B
   */
  public ProjectionEmbedding(Experts experts, int t, long seed) {
    this.experts = experts;
    this.p = greatestDivisorUpToRoot(t);
    this.q = t / p;
    Random random = new Random(Seeds.mix(seed, t));
    for (int m = 0; m < ExpertWeights.count(experts); m++) {
      left.add(normal(random, p * experts.form().innerWidth()));
      right.add(normal(random, experts.form().width() * q));
    }
  }

  private static int greatestDivisorUpToRoot(int t) {
    int divisor = (int) Math.sqrt(t);
    while (t % divisor != 0) {
      divisor--;
    }
    return divisor;
  }

  private static double[] normal(Random random, int count) {
    return DoubleStream.generate(random::nextGaussian).limit(count).toArray();
  }

  @Override
  public NDArray table(Pass pass) {
    Shape a = new Shape(p, experts.form().innerWidth());
    Shape b = new Shape(experts.form().width(), q);
    NDArray sum = null;
    for (int m = 0; m < left.size(); m++) {
      NDArray projected =
          pass.sparseOperations()
              .projected(
                  ExpertWeights.of(pass, experts, m),
                  ExpertWeights.isWide(experts, m),
                  pass.manager().create(left.get(m), a).toType(pass.type(), false),
                  pass.manager().create(right.get(m), b).toType(pass.type(), false)); // [N, t]
      sum = sum == null ? projected : sum.add(projected);
    }
    return pass.sparseOperations().unitRows(sum);
  }

  @Override
  public int width() {
    return p * q;
  }
}
