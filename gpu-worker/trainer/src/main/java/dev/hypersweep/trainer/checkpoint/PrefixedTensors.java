package dev.hypersweep.trainer.checkpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Tensors of a part of a model under the names that they have in the whole. */
public final class PrefixedTensors implements TensorSource {

  private final TensorSource tensors;
  private final Map<String, String> original = new LinkedHashMap<>();

  private PrefixedTensors(TensorSource tensors, String prefix, Predicate<String> outside) {
    this.tensors = tensors;
    for (String name : tensors.names()) {
      original.put(outside.test(name) ? name : prefix + name, name);
    }
  }

  /**
   * Puts a prefix before the names, unless a name has it already: then nothing changes.
   *
   * @param outside names that stand without the prefix in the whole too
   */
  public static TensorSource of(TensorSource tensors, String prefix, Predicate<String> outside) {
    boolean whole = tensors.names().stream().anyMatch(name -> name.startsWith(prefix));
    return whole ? tensors : new PrefixedTensors(tensors, prefix, outside);
  }

  @Override
  public Set<String> names() {
    return original.keySet();
  }

  @Override
  public StoredTensor tensor(String name) {
    return tensors.tensor(original.getOrDefault(name, name));
  }

  @Override
  public String toString() {
    return tensors.toString();
  }
}
