package dev.hypersweep.trainer.model;

import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.checkpoint.TensorSource;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A dense checkpoint as that of a mixture of experts (sparse upcycling, Komatsuzaki et al. 2023):
 * every expert is a copy of the feed-forward network in its place. With gate weights that sum to
 * one the mixture computes what the dense model does.
 */
public final class UpcycledTensors implements TensorSource {

  private static final Pattern EXPERT = Pattern.compile("\\.experts\\.(expert_)?\\d+(?=\\.)");

  private final TensorSource dense;
  private final Map<String, String> origins = new LinkedHashMap<>();

  /**
   * @param parameters of the mixture; experts that the checkpoint has already stay what they are
   */
  public UpcycledTensors(TensorSource dense, Parameters parameters) {
    this.dense = dense;
    for (Parameter parameter : parameters.all()) {
      String name = parameter.name();
      String origin = origin(name);
      if (!origin.equals(name) && !dense.names().contains(name)) {
        origins.put(name, origin);
      }
    }
  }

  /** The parameter of a dense model that one of a mixture is a copy of, if there is one. */
  public static String origin(String name) {
    return EXPERT.matcher(name).replaceFirst("");
  }

  @Override
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>(dense.names());
    names.removeAll(origins.values());
    origins.forEach(
        (name, origin) -> {
          if (dense.names().contains(origin)) {
            names.add(name);
          }
        });
    return names;
  }

  @Override
  public StoredTensor tensor(String name) {
    return dense.tensor(origins.getOrDefault(name, name));
  }

  @Override
  public String toString() {
    return dense.toString();
  }
}
