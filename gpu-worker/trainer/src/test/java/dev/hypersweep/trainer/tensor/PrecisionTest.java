package dev.hypersweep.trainer.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import org.junit.jupiter.api.Test;

class PrecisionTest {

  /** Not a bfloat16: 1 + 2^-7 is the next one above 1. */
  private static final float BETWEEN = 1 + 1f / 512;

  private static float[] product(Precision precision, boolean exact) {
    try (Session session = Session.open("cpu", 1, precision)) {
      NDArray x = session.manager().create(new float[] {BETWEEN, 3}, new Shape(1, 2));
      NDArray w = session.manager().create(new float[] {1, 2}, new Shape(1, 2));
      NDArray y =
          exact
              ? session.operations().exactLinear(x, w, null)
              : session.operations().linear(x, w, null);
      return y.toFloatArray();
    }
  }

  @Test
  void bfloat16RoundsTheInputsOfProductsButNotThoseOfGates() {
    assertThat(product(Precision.FLOAT32, false)).containsExactly(BETWEEN + 6);
    assertThat(product(Precision.BF16, false)).containsExactly(7);
    assertThat(product(Precision.BF16, true)).containsExactly(BETWEEN + 6);
  }

  @Test
  void gradientsReachTheFloat32WeightsThroughTheCasts() {
    Parameters parameters = new Parameters();
    Parameter w = parameters.matrix("w", Initialiser.ones(), 1, 2);
    try (Session session = Session.open("cpu", 1, Precision.BF16)) {
      Weights weights = new Weights(session, parameters, 0, DataType.FLOAT32);
      try (Pass pass = Pass.training(session, weights)) {
        NDArray x = pass.manager().create(new float[] {2, 3}, new Shape(1, 2));
        pass.backward(session.operations().linear(x, pass.get(w), null).sum());
        NDArray gradient = pass.gradient(w);
        assertThat(gradient.getDataType()).isEqualTo(DataType.FLOAT32);
        assertThat(gradient.toFloatArray()).containsExactly(new float[] {2, 3}, within(0f));
      }
    }
  }

  /** A hidden position stays hidden: the lowest float32 is no finite bfloat16. */
  @Test
  void bfloat16AttentionOfSequencesRoundsItsInputsAndHidesWhatIsHidden() {
    try (Session session = Session.open("cpu", 1, Precision.BF16)) {
      NDArray q = session.manager().create(new float[] {1, 1}, new Shape(1, 1, 2));
      NDArray kv = session.manager().create(new float[] {BETWEEN, 3, 5, 7}, new Shape(1, 2, 2));
      float lowest = -Float.MAX_VALUE;
      NDArray hides = session.manager().create(new float[] {0, lowest}, new Shape(1, 1, 1, 2));
      NDArray y = session.sequences().attention(q, kv, kv, hides, 1, 1, 0);
      assertThat(y.getDataType()).isEqualTo(DataType.FLOAT32);
      assertThat(y.toFloatArray()).containsExactly(1, 3);
      NDArray all = session.manager().create(new float[] {lowest, lowest}, new Shape(1, 1, 1, 2));
      assertThat(session.sequences().attention(q, kv, kv, all, 1, 1, 0).toFloatArray())
          .doesNotContain(Float.NaN);
    }
  }

  @Test
  void tf32OnACpuIsRefused() {
    assertThatThrownBy(() -> Session.open("cpu", 1, Precision.TF32))
        .isInstanceOf(DeviceUnavailable.class)
        .hasMessageContaining("settings.precision: tf32")
        .hasMessageContaining("resources.device is cpu");
  }
}
