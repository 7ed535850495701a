package dev.hypersweep.trainer.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OptimiserTest {

  private final Session session = Session.open("cpu", 1);
  private final Parameters parameters = new Parameters();
  private final Parameter matrix = parameters.matrix("matrix", Initialiser.ones(), 2, 3);
  private final Parameter bias = parameters.free("bias", Initialiser.ones(), 3);
  private final Weights weights = new Weights(session, parameters, 0, DataType.FLOAT64);

  @AfterEach
  void close() {
    session.close();
  }

  private NDArray[] gradients(double value) {
    return new NDArray[] {
      session.manager().ones(new Shape(2, 3), DataType.FLOAT64).mul(value),
      session.manager().ones(new Shape(3), DataType.FLOAT64).mul(value)
    };
  }

  private double value(Parameter parameter) {
    return weights.value(parameter).toDoubleArray()[0];
  }

  /** The first step is the rate itself, whatever the gradient; then 0.5 * 0.1 of w is taken off. */
  @Test
  void theOlderAdamWDecaysAfterTheStep() {
    Decay decay = new Decay(0.5, false);
    new TransformersAdamW(session, weights, Betas.STANDARD, decay).step(gradients(7), 0.1, 1);
    assertThat(value(matrix)).isCloseTo(0.9 * 0.95, within(1e-7));
    assertThat(value(bias)).isCloseTo(0.9, within(1e-7));
  }

  @Test
  void decayCanReachEveryParameter() {
    Decay decay = new Decay(0.5, true);
    new AdamW(session, weights, Betas.STANDARD, decay).step(gradients(7), 0.1, 1);
    assertThat(value(matrix)).isCloseTo(0.95 - 0.1, within(1e-7));
    assertThat(value(bias)).isCloseTo(0.95 - 0.1, within(1e-7));
  }

  /** At step 1 beta2 is 0, so an even gradient is divided by itself: the update is the rate. */
  @Test
  void adafactorsFirstStepIsItsRate() {
    AdafactorRate fixed = new AdafactorRate(AdafactorRate.Kind.FIXED, false);
    new Adafactor(session, weights, fixed, 0, new Decay(0, false)).step(gradients(7), 0.1, 1);
    assertThat(value(matrix)).isCloseTo(0.9, within(1e-12));
    assertThat(value(bias)).isCloseTo(0.9, within(1e-12));
  }

  @Test
  void adafactorRemembersARowAndAColumnOfAMatrix() {
    AdafactorRate relative = new AdafactorRate(AdafactorRate.Kind.RELATIVE, true);
    Adafactor adafactor = new Adafactor(session, weights, relative, 0, new Decay(0, false));
    assertThat(adafactor.state())
        .containsOnlyKeys("row_moment.matrix", "column_moment.matrix", "second_moment.bias");
    assertThat(adafactor.state().get("row_moment.matrix").getShape()).isEqualTo(new Shape(2));
    assertThat(adafactor.state().get("column_moment.matrix").getShape()).isEqualTo(new Shape(3));
  }

  @Test
  void aRelativeRateDoesNotCareForTheScheduledOne() {
    AdafactorRate slow = new AdafactorRate(AdafactorRate.Kind.RELATIVE_WARMUP, true);
    Adafactor adafactor = new Adafactor(session, weights, slow, 0, new Decay(0, false));
    assertThat(adafactor.rate(123, 1)).isEqualTo(1e-6);
  }
}
