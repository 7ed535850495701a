package dev.hypersweep.trainer.nn;

import ai.djl.ndarray.NDArray;

/** A table of vectors, begun N(0, deviation^2): indices [n] -> [n, d]. */
public final class Embedding {

  private final Parameter table;

  public Embedding(Parameters parameters, String name, int rows, int width, double deviation) {
    table = parameters.free(name + ".weight", Initialiser.normal(deviation), rows, width);
  }

  public NDArray apply(Pass pass, NDArray indices) {
    return pass.operations().embedding(indices, pass.get(table));
  }

  /** The whole table [rows, d]. */
  public Parameter table() {
    return table;
  }
}
