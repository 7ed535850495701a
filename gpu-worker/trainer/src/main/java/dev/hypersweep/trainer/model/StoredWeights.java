package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.checkpoint.CheckpointWriter;
import dev.hypersweep.trainer.checkpoint.MalformedCheckpoint;
import dev.hypersweep.trainer.checkpoint.ModelConfig;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.checkpoint.TensorSource;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The values of a model's parameters, taken from the tensors of a checkpoint by their names. */
public final class StoredWeights {

  private StoredWeights() {}

  /**
   * Every parameter's value.
   *
   * @param type FLOAT32 or FLOAT64
   * @param ignored names that may be there without belonging to a parameter
   * @throws MalformedCheckpoint naming what is missing, of another shape, or left over
   */
  public static Weights of(
      Session session,
      Parameters parameters,
      TensorSource tensors,
      DataType type,
      Predicate<String> ignored) {
    tensors.refuseLeftovers(
        parameters.all().stream().map(Parameter::name).collect(Collectors.toSet()), ignored);
    return new Weights(
        parameters, parameter -> value(session, parameter, tensors.tensor(parameter.name()), type));
  }

  /**
   * The value of every parameter that the tensors have, and the beginning of those that they have
   * not.
   *
   * @param seed of the beginnings, see {@link Weights#initial}
   * @param type FLOAT32 or FLOAT64
   * @param ignored names that may be there without belonging to a parameter
   * @param fresh names of parameters that may be missing
   * @throws MalformedCheckpoint naming what is missing, of another shape, or left over
   */
  public static Weights begun(
      Session session,
      Parameters parameters,
      TensorSource tensors,
      long seed,
      DataType type,
      Predicate<String> ignored,
      Predicate<String> fresh) {
    tensors.refuseLeftovers(
        parameters.all().stream().map(Parameter::name).collect(Collectors.toSet()), ignored);
    Set<String> names = tensors.names();
    return new Weights(
        parameters,
        parameter ->
            fresh.test(parameter.name()) && !names.contains(parameter.name())
                ? Weights.initial(session.manager(), parameter, seed, type)
                : value(session, parameter, tensors.tensor(parameter.name()), type));
  }

  /**
   * Writes a model as a folder that Hugging Face libraries load, see {@link CheckpointWriter}.
   *
   * @param config of the model, as it was read or made
   * @param weights FLOAT32
   * @throws IOException if it cannot be written; nothing is left behind
   */
  public static void write(
      CheckpointWriter writer, Path folder, ModelConfig config, Weights weights)
      throws IOException {
    List<StoredTensor> tensors =
        weights.parameters().stream()
            .map(parameter -> StoredTensor.of(parameter.name(), weights.value(parameter)))
            .toList();
    writer.write(folder, config, tensors);
  }

  private static NDArray value(
      Session session, Parameter parameter, StoredTensor stored, DataType type) {
    if (!Arrays.equals(stored.shape(), parameter.shape().getShape())) {
      throw new MalformedCheckpoint(
          parameter.name()
              + " has shape "
              + Arrays.toString(stored.shape())
              + "; the configuration wants "
              + Arrays.toString(parameter.shape().getShape()));
    }
    return stored.toArray(session.manager(), type);
  }
}
