package dev.hypersweep.trainer.nn;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The register of a model's parameters: layers enter theirs when they are made. */
public final class Parameters {

  private final List<Parameter> all = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  /** Enters a matrix that multiplies activations. */
  public Parameter matrix(String name, Initialiser initialiser, long... shape) {
    return enter(name, initialiser, true, shape);
  }

  /** Enters a bias, a norm's gain or an embedding table: not decayed. */
  public Parameter free(String name, Initialiser initialiser, long... shape) {
    return enter(name, initialiser, false, shape);
  }

  /** Every parameter, in the order of entry. */
  public List<Parameter> all() {
    return Collections.unmodifiableList(all);
  }

  /** Numbers in all parameters together. */
  public long size() {
    return all.stream().mapToLong(parameter -> parameter.shape().size()).sum();
  }

  private Parameter enter(String name, Initialiser initialiser, boolean decayed, long... shape) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("two parameters are called " + name);
    }
    Parameter parameter = new Parameter(all.size(), name, new Shape(shape), initialiser, decayed);
    all.add(parameter);
    return parameter;
  }
}
