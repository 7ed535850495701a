package dev.hypersweep.trainer.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.tensor.Session;
import org.junit.jupiter.api.Test;

class CosineTest {

  @Test
  void isThatOfEachPairOfRowsAndZeroForAZeroVector() {
    try (Session session = Session.open("cpu", 1)) {
      NDArray x = session.manager().create(new float[] {3, 4, 1, 0, 2, 2, 0, 0}, new Shape(4, 2));
      NDArray y = session.manager().create(new float[] {4, 3, 0, 5, -1, -1, 6, 7}, new Shape(4, 2));
      assertThat(Cosine.of(x).with(Cosine.of(y)))
          .containsExactly(new double[] {0.96, 0, -1, 0}, within(1e-12));
    }
  }
}
