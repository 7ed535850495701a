package dev.hypersweep.trainer.bench;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.checkpoint.SafetensorsWriter;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Seeds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The values that a bench begins with. Unlike a fresh model's they leave nothing zero by design:
 * tokens are spread over the experts without noise, and every part moves the loss, so that two
 * sides with equal losses do compute the same.
 */
final class BenchWeights {

  private static final double DEVIATION = 0.02;
  private static final String GENERATING = "hypernetwork.";

  private BenchWeights() {}

  /** Overwrites a parameter's value with its beginning: a function of name, shape and seed. */
  static void write(NDArray value, Parameter parameter, long seed) {
    float[] numbers = new float[Math.toIntExact(parameter.shape().size())];
    Random source = new Random(Seeds.mix(seed, parameter.name().hashCode()));
    initialiser(parameter).fill(numbers, source);
    bytes(value).asFloatBuffer().put(numbers);
  }

  private static Initialiser initialiser(Parameter parameter) {
    String name = parameter.name();
    if (parameter.shape().dimension() == 1) {
      return name.endsWith("norm.weight") ? Initialiser.ones() : Initialiser.zeros();
    }
    boolean generates = name.startsWith(GENERATING);
    return Initialiser.normal(generates ? 1 / Math.sqrt(parameter.shape().get(1)) : DEVIATION);
  }

  /** Writes all values as safetensors, under their names. */
  static void save(Weights weights, Path file) throws IOException {
    List<StoredTensor> tensors =
        weights.parameters().stream()
            .map(parameter -> StoredTensor.of(parameter.name(), weights.value(parameter)))
            .toList();
    SafetensorsWriter.write(file, Map.of(), tensors);
  }

  /** The memory of a tensor itself. */
  private static ByteBuffer bytes(NDArray value) {
    return value.toByteBuffer(true).order(ByteOrder.nativeOrder());
  }
}
