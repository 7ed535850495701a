package dev.hypersweep.trainer.moe.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NoisyTopKGateTest {

  private final Session session = Session.open("cpu", 1);
  private final Parameters parameters = new Parameters();
  private final GateMatrix gate = matrix("gate");
  private final GateMatrix noise = matrix("noise");
  private final Weights weights = new Weights(session, parameters, 1, DataType.FLOAT64);

  private GateMatrix matrix(String name) {
    return new GateMatrix(parameters, name, 3, 4, Layout.OUT_IN, Initialiser.normal(1));
  }

  @AfterEach
  void close() {
    session.close();
  }

  /** A weight of one has no gradient: the task would teach the gate nothing. */
  @Test
  void atOneExpertOnlyTheProbabilityTeachesTheGate() {
    assertThat(gradientOfWeights(GateScale.PROBABILITY)).isGreaterThan(0.01);
    assertThat(gradientOfWeights(GateScale.RENORMALISED)).isLessThan(1e-12);
  }

  private double gradientOfWeights(GateScale scale) {
    NoisyTopKGate noisy = new NoisyTopKGate(gate, noise, 1, 0.01, scale, Noise.SEEDED);
    try (Pass pass = Pass.training(session, weights)) {
      NDArray x = pass.manager().ones(new Shape(2, 3), DataType.FLOAT64);
      pass.backward(noisy.route(pass, x, Sequences.one(2)).weights().sum());
      return pass.gradient(weights.parameters().get(0)).abs().sum().getDouble();
    }
  }

  @Test
  void theSeedDecidesTheNoiseAndEvaluationHasNone() {
    NoisyTopKGate noisy =
        new NoisyTopKGate(gate, noise, 2, 0.01, GateScale.RENORMALISED, Noise.SEEDED);
    double[] first = logits(noisy, 5);
    assertThat(logits(noisy, 5)).isEqualTo(first);
    assertThat(logits(noisy, 6)).isNotEqualTo(first);
    try (Pass pass = Pass.evaluation(session, weights)) {
      NDArray x = pass.manager().ones(new Shape(2, 3), DataType.FLOAT64);
      Routing routing = noisy.route(pass, x, Sequences.one(2));
      assertThat(routing.noisy()).isNull();
      assertThat(routing.weights().sum(new int[] {1}).toDoubleArray())
          .containsExactly(new double[] {1, 1}, within(1e-12));
    }
  }

  private double[] logits(NoisyTopKGate noisy, long seed) {
    session.seed(seed);
    try (Pass pass = Pass.training(session, weights)) {
      NDArray x = pass.manager().ones(new Shape(2, 3), DataType.FLOAT64);
      return noisy.route(pass, x, Sequences.one(2)).logits().toDoubleArray();
    }
  }
}
