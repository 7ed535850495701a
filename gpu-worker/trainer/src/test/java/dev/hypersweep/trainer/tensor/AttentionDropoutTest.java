package dev.hypersweep.trainer.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttentionDropoutTest {

  private static final int EXAMPLES = 400;

  /** Each token attends to itself alone with weight 1: dropped it is 0, kept it is doubled. */
  @Test
  void weightsAreDroppedAndTheRestIsScaledUp() {
    try (Session session = Session.open("cpu", 1)) {
      session.seed(1);
      float[] values = attention(session, 0.5);
      assertThat(values).containsOnly(0f, 2f);
      long dropped = IntStream.range(0, values.length).filter(i -> values[i] == 0).count();
      assertThat(dropped).isBetween(EXAMPLES * 4 / 10L, EXAMPLES * 6 / 10L);
      assertThat(attention(session, 0)).containsOnly(1f);
    }
  }

  private static float[] attention(Session session, double dropout) {
    NDArray qkv = session.manager().ones(new Shape(EXAMPLES, 3));
    NDArray slots = session.manager().arange(EXAMPLES).toType(DataType.INT64, false);
    boolean[] all = new boolean[EXAMPLES];
    Arrays.fill(all, true);
    NDArray mask = session.manager().create(all, new Shape(EXAMPLES, 1, 1, 1));
    return session.operations().attention(qkv, slots, mask, 1, dropout).toFloatArray();
  }
}
