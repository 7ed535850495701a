package dev.hypersweep.trainer.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import org.junit.jupiter.api.Test;

class AdamWTest {

  private static final double RATE = 0.1;
  private static final double DECAY = 0.5;

  /** Two steps from w = 1 with gradients 2 and -1, by the formula of torch.optim.AdamW. */
  @Test
  void twoStepsAreThoseOfTheFormula() {
    Parameters parameters = new Parameters();
    Parameter matrix = parameters.matrix("matrix", Initialiser.ones(), 1);
    Parameter bias = parameters.free("bias", Initialiser.ones(), 1);
    try (Session session = Session.open("cpu", 1)) {
      Weights weights = new Weights(session, parameters, 0, DataType.FLOAT64);
      AdamW adamw = new AdamW(session, weights, Betas.STANDARD, new Decay(DECAY, false));
      adamw.step(gradients(session, 2), RATE, 1);
      // m = 0.2, v = 0.004: the corrected ratio is 2 / 2, so the step is the rate
      assertThat(weights.value(matrix).getDouble()).isCloseTo(0.95 - RATE, within(1e-8));
      assertThat(weights.value(bias).getDouble()).isCloseTo(1 - RATE, within(1e-8));

      adamw.step(gradients(session, -1), RATE, 2);
      double m = 0.9 * 0.2 - 0.1; // 0.08
      double v = 0.999 * 0.004 + 0.001; // 0.004996
      double step = RATE / (1 - 0.81) * m / (Math.sqrt(v) / Math.sqrt(1 - 0.998001) + 1e-8);
      assertThat(weights.value(matrix).getDouble()).isCloseTo(0.85 * 0.95 - step, within(1e-8));
      assertThat(weights.value(bias).getDouble()).isCloseTo(0.9 - step, within(1e-8));
    }
  }

  private static NDArray[] gradients(Session session, double value) {
    NDArray gradient = session.manager().create(new double[] {value});
    return new NDArray[] {gradient, gradient.duplicate()};
  }
}
