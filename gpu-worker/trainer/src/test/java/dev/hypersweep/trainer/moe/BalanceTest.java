package dev.hypersweep.trainer.moe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.tensor.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BalanceTest {

  private final Session session = Session.open("cpu", 1);
  private final Balance balance = new Balance(session.operations());

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void variationIsTheUnbiasedVarianceOverTheSquaredMean() {
    NDArray v = session.manager().create(new double[] {1, 2, 3, 6}); // mean 3, variance 14 / 3
    assertThat(session.operations().squaredVariation(v).getDouble())
        .isCloseTo(14.0 / 27, within(1e-9));
  }

  /** k = 1: the threshold of the best is the second best logit, that of the others the best. */
  @Test
  void loadComparesCleanLogitsWithTheLogitThatAnExpertMustPass() {
    NDArray clean = matrix(1.0, 0.5, -1.0);
    NDArray logits = matrix(1.2, 2.0, -0.8);
    NDArray deviation = matrix(0.5, 1.0, 2.0);
    NDArray top = matrix(2.0, 1.2);
    double[] load = balance.staysSelected(clean, logits, deviation, top).toDoubleArray();
    // Phi((1 - 2) / 0.5), Phi((0.5 - 1.2) / 1), Phi((-1 - 2) / 2), from a table of Phi
    assertThat(load).containsExactly(new double[] {0.0227501, 0.2419637, 0.0668072}, within(1e-6));
  }

  @Test
  void anEvenGateCostsNothingAndACollapsedOneCostsMost() {
    assertThat(importance(new double[][] {{0.5, 0.5}, {0.5, 0.5}}, 0, 1)).isLessThan(1e-6);
    assertThat(importance(new double[][] {{0.9, 0.1}, {0.9, 0.1}}, 0, 0))
        .isCloseTo(2.0, within(1e-6)); // (v, 0): variance v^2 / 2, mean v / 2
  }

  private double importance(double[][] probabilities, long first, long second) {
    NDArray p =
        session
            .manager()
            .create(
                new double[] {
                  probabilities[0][0], probabilities[0][1], probabilities[1][0], probabilities[1][1]
                },
                new Shape(2, 2));
    NDArray selected = session.manager().create(new long[] {first, second}, new Shape(2, 1));
    return balance.importance(p, selected).getDouble();
  }

  private NDArray matrix(double... row) {
    return session.manager().create(row, new Shape(1, row.length));
  }
}
