package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.Pass;

/** Rows that stand behind one another, put into groups of one size. */
final class Padding {

  private Padding() {}

  /**
   * @param rows [n, C]
   * @param sizes how many rows each of B groups has, n together
   * @param most M, at least the greatest of them
   * @param filler value of every number in the rows that are put in
   * @return [B M, C]
   */
  static NDArray rows(Pass pass, NDArray rows, int[] sizes, int most, double filler) {
    long[] places = new long[sizes.length * most];
    Shape shape = rows.getShape();
    int next = 0;
    for (int b = 0; b < sizes.length; b++) {
      for (int i = 0; i < most; i++) {
        places[b * most + i] = i < sizes[b] ? next++ : shape.get(0);
      }
    }
    NDArray last = pass.manager().full(new Shape(1, shape.get(1)), (float) filler, pass.type());
    return pass.operations().embedding(pass.manager().create(places), rows.concat(last, 0));
  }
}
