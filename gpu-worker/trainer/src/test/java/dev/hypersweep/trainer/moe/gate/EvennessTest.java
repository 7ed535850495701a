package dev.hypersweep.trainer.moe.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EvennessTest {

  private final Session session = Session.open("cpu", 1);
  private final Pass pass = Pass.evaluation(session, weights());

  private Weights weights() {
    Parameters one = new Parameters();
    one.free("unused", Initialiser.zeros(), 1);
    return new Weights(session, one, 1, DataType.FLOAT64);
  }

  @AfterEach
  void close() {
    pass.close();
    session.close();
  }

  @Test
  void variationIsTheUnbiasedVarianceOverTheSquaredMean() {
    NDArray v = session.manager().create(new double[] {1, 2, 3, 6}); // mean 3, variance 14 / 3
    assertThat(Evenness.squaredVariation(pass, v).getDouble()).isCloseTo(14.0 / 27, within(1e-9));
  }

  /** k = 1: the threshold of the best is the second best logit, that of the others the best. */
  @Test
  void loadComparesCleanLogitsWithTheLogitThatAnExpertMustPass() {
    NoisyLogits logits =
        new NoisyLogits(
            matrix(1.0, 0.5, -1.0),
            matrix(0.5, 1.0, 2.0),
            matrix(1.2, 2.0, -0.8),
            matrix(2.0, 1.2));
    double[] load = Evenness.staysSelected(pass, logits).toDoubleArray();
    // Phi((1 - 2) / 0.5), Phi((0.5 - 1.2) / 1), Phi((-1 - 2) / 2), from a table of Phi
    assertThat(load).containsExactly(new double[] {0.0227501, 0.2419637, 0.0668072}, within(1e-6));
  }

  @Test
  void anEvenGateCostsNothingAndACollapsedOneCostsMost() {
    assertThat(importance(0.5, 0.5, 0, 1)).isLessThan(1e-6);
    // (v, 0): variance v^2 / 2, mean v / 2
    assertThat(importance(0.9, 0.9, 0, 0)).isCloseTo(2.0, within(1e-6));
  }

  private double importance(double first, double second, int... experts) {
    NDArray selected =
        session.manager().create(new long[] {experts[0], experts[1]}, new Shape(2, 1));
    NDArray weights = session.manager().create(new double[] {first, second}, new Shape(2, 1));
    Selection selection = Selection.of(experts, 1, 2);
    Routing routing =
        new Routing(null, null, null, selected, weights, selection, Sequences.one(2), null);
    return Evenness.squaredVariation(pass, Evenness.importance(pass, routing)).getDouble();
  }

  private NDArray matrix(double... row) {
    return session.manager().create(row, new Shape(1, row.length));
  }
}
