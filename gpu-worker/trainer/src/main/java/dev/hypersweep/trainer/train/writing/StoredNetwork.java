package dev.hypersweep.trainer.train.writing;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.checkpoint.TensorSource;
import dev.hypersweep.trainer.model.StoredWeights;
import dev.hypersweep.trainer.model.UpcycledTensors;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A network and the checkpoint that its values come from.
 *
 * @param tensors under the network's names
 * @param stored parameters that the checkpoint must have
 * @param ignored names that may be there without belonging to a parameter
 */
record StoredNetwork(
    WritingNetwork network, TensorSource tensors, Set<String> stored, Predicate<String> ignored) {

  static Set<String> names(Parameters parameters) {
    return parameters.all().stream().map(Parameter::name).collect(Collectors.toSet());
  }

  /**
   * The checkpoint's values; an expert that it has not is a copy of the network in its place, and
   * what else it has not begins at random.
   */
  Weights weights(Session session, long seed) {
    Parameters parameters = network.parameters();
    return StoredWeights.begun(
        session,
        parameters,
        new UpcycledTensors(tensors, parameters),
        seed,
        DataType.FLOAT32,
        ignored,
        name -> !stored.contains(name) && !stored.contains(UpcycledTensors.origin(name)));
  }
}
