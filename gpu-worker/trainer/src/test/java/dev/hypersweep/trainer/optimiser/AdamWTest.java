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
import org.junit.jupiter.api.Test;

class AdamWTest {

  private static final double RATE = 0.1;
  private static final double DECAY = 0.5;
  private static final int HIGH = 301;
  private static final int WIDE = 203;

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

  /**
   * A step of float32 tensors too big for one vector or one thread, against the formula in doubles;
   * the second gradient lies in memory by columns.
   */
  @Test
  void everyNumberOfATensorStepsByTheFormulaWhateverTheThreads() {
    float[] one = step(1);
    assertThat(step(2)).isEqualTo(one);
    for (int i = 0; i < one.length; i++) {
      double w = value(i, 0);
      double m = 0;
      double v = 0;
      for (int step = 1; step <= 2; step++) {
        double g = step == 1 ? value(i, 1) : value(i % WIDE * HIGH + i / WIDE, 2);
        w -= RATE * DECAY * w;
        m = 0.9 * m + 0.1 * g;
        v = 0.999 * v + 0.001 * g * g;
        double root = Math.sqrt(v / (1 - Math.pow(0.999, step)));
        w -= RATE / (1 - Math.pow(0.9, step)) * m / (root + 1e-8);
      }
      assertThat(one[i]).isCloseTo((float) w, within(1e-6f));
    }
  }

  /** The weights [HIGH, WIDE] after two steps. */
  private static float[] step(int threads) {
    Parameters parameters = new Parameters();
    parameters.matrix("matrix", Initialiser.ones(), HIGH, WIDE);
    try (Session session = Session.open("cpu", threads)) {
      NDArray matrix = session.manager().create(values(0), new Shape(HIGH, WIDE));
      Weights weights = new Weights(parameters, parameter -> matrix);
      AdamW adamw = new AdamW(session, weights, Betas.STANDARD, new Decay(DECAY, true));
      NDArray first = session.manager().create(values(1), new Shape(HIGH, WIDE));
      adamw.step(new NDArray[] {first}, RATE, 1);
      NDArray second = session.manager().create(values(2), new Shape(WIDE, HIGH));
      adamw.step(new NDArray[] {second.transpose()}, RATE, 2);
      return matrix.toFloatArray();
    }
  }

  private static float[] values(int which) {
    float[] values = new float[HIGH * WIDE];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(i, which);
    }
    return values;
  }

  /** Between -1 and 1, never near zero. */
  private static float value(int i, int which) {
    double wave = Math.sin(1 + i + 7.7 * which);
    return (float) (0.1 * Math.signum(wave) + 0.9 * wave);
  }

  private static NDArray[] gradients(Session session, double value) {
    NDArray gradient = session.manager().create(new double[] {value});
    return new NDArray[] {gradient, gradient.duplicate()};
  }
}
