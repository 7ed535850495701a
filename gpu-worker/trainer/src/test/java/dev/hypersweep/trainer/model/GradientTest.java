package dev.hypersweep.trainer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Pass;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradient of the whole loss, against central differences in float64. */
class GradientTest {

  private static final double STEP = 1e-5;

  static Stream<Arguments> variants() {
    return Stream.of(
        Arguments.of("dense", null),
        Arguments.of("moe", TinyModel.sparse(1, new CompanionConfiguration.None())),
        Arguments.of("moe, k = 2", TinyModel.sparse(2, new CompanionConfiguration.None())),
        Arguments.of("moe, k = N", TinyModel.sparse(4, new CompanionConfiguration.None())),
        Arguments.of("moe-share", TinyModel.sparse(1, new CompanionConfiguration.Shared(3))),
        Arguments.of("hypermoe", TinyModel.sparse(1, TinyModel.HYPER)),
        Arguments.of("hypermoe, k = 2", TinyModel.sparse(2, TinyModel.HYPER)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variants")
  void equalsCentralDifferences(String name, SparseConfiguration sparse) {
    try (TinyModel model = new TinyModel(sparse, DataType.FLOAT64)) {
      model.stir();
      for (Parameter parameter : model.weights.parameters()) {
        double[] gradient = gradient(model, parameter);
        int place = gradient.length / 2;
        assertThat(gradient[place])
            .as("%s[%d]", parameter.name(), place)
            .isCloseTo(difference(model, parameter, place), within(1e-7));
      }
    }
  }

  /** What autograd keeps for the backward pass must not lie in memory that Java may free. */
  @Test
  void aGarbageCollectionBeforeTheBackwardPassChangesNothing() {
    try (TinyModel model = new TinyModel(TinyModel.sparse(2, TinyModel.HYPER), DataType.FLOAT32)) {
      model.stir();
      float[][] gradients = new float[2][];
      for (int collections = 0; collections < 2; collections++) {
        try (Pass pass = Pass.training(model.session, model.weights)) {
          NDArray loss = model.loss(pass);
          for (int i = 0; i < collections * 3; i++) {
            collect();
          }
          pass.backward(loss);
          gradients[collections] =
              pass.gradient(model.parameter("block.1.router.gate.weight")).toFloatArray();
        }
      }
      assertThat(gradients[1]).containsExactly(gradients[0]);
    }
  }

  /** Frees what Java can free, and fills the freed memory with other numbers. */
  private static void collect() {
    System.gc();
    for (int i = 0; i < 20_000; i++) {
      ByteBuffer.allocateDirect(8).putInt(0x7f000000);
    }
  }

  private static double[] gradient(TinyModel model, Parameter parameter) {
    try (Pass pass = Pass.training(model.session, model.weights)) {
      pass.backward(model.loss(pass));
      return pass.gradient(parameter).toDoubleArray();
    }
  }

  private static double difference(TinyModel model, Parameter parameter, int place) {
    NDArray value = model.weights.value(parameter);
    double[] original = value.toDoubleArray();
    double[] moved = original.clone();
    moved[place] = original[place] + STEP;
    value.set(moved);
    double above = loss(model);
    moved[place] = original[place] - STEP;
    value.set(moved);
    double below = loss(model);
    value.set(original);
    return (above - below) / (2 * STEP);
  }

  private static double loss(TinyModel model) {
    try (Pass pass = Pass.training(model.session, model.weights)) {
      return model.loss(pass).getDouble();
    }
  }
}
