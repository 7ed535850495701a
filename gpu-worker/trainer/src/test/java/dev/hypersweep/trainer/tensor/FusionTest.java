package dev.hypersweep.trainer.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is fused where no gradient is asked for equals what is computed step by step. */
class FusionTest {

  private static final double ROUNDING = 2e-6;
  private static final long SEED = 4;

  private Session session;

  @BeforeEach
  void open() {
    session = Session.open("cpu", 1);
    session.seed(SEED);
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void aFeedForwardNetwork() {
    NDArray x = normal(33, 24);
    NDArray inner = normal(40, 24);
    NDArray innerBias = normal(40);
    NDArray outer = normal(24, 40);
    NDArray outerBias = normal(24);
    sameBothWays(x, () -> session.operations().feedForward(x, inner, innerBias, outer, outerBias));
  }

  @Test
  void expertsOfWhichOneHasNoRowsAndRowsBeyondThem() {
    NDArray x = normal(9, 24);
    NDArray[] inner = {normal(40, 24), normal(40, 24), normal(40, 24)};
    NDArray[] innerBiases = {normal(40), normal(40), normal(40)};
    NDArray[] outer = {normal(24, 40), normal(24, 40), normal(24, 40)};
    NDArray[] outerBiases = {normal(24), normal(24), normal(24)};
    long[] sizes = {4, 0, 3, 2};
    sameBothWays(
        x,
        () ->
            session
                .sparseOperations()
                .groupedMlp(
                    x,
                    sizes,
                    inner,
                    innerBiases,
                    outer,
                    outerBiases,
                    SparseOperations.GELU,
                    false,
                    0));
  }

  @Test
  void onlyFloat32WithoutGradientIsFused() {
    assertThat(Fusion.isPossible(normal(2, 2))).isTrue();
    assertThat(Fusion.isPossible(normal(2, 2).toType(DataType.FLOAT64, true))).isFalse();
    session.record(true);
    assertThat(Fusion.isPossible(normal(2, 2))).isFalse();
  }

  private void sameBothWays(NDArray x, Supplier<NDArray> network) {
    assertThat(Fusion.isPossible(x)).isTrue();
    float[] fused = network.get().toFloatArray();
    session.record(true);
    assertThat(Fusion.isPossible(x)).isFalse();
    float[] stepByStep = network.get().toFloatArray();
    session.record(false);
    assertThat(fused).hasSameSizeAs(stepByStep);
    for (int i = 0; i < fused.length; i++) {
      assertThat((double) fused[i]).isCloseTo(stepByStep[i], within(size(stepByStep) * ROUNDING));
    }
  }

  private static double size(float[] values) {
    double greatest = 0;
    for (float value : values) {
      greatest = Math.max(greatest, Math.abs(value));
    }
    return greatest;
  }

  private NDArray normal(long... shape) {
    return session.manager().randomNormal(0f, 1f, new Shape(shape), DataType.FLOAT32);
  }
}
