package dev.hypersweep.trainer.analysis;

import dev.hypersweep.trainer.moe.gate.Selection;

/**
 * Which tokens selected which experts, those that found no room included.
 *
 * @param sizes [N], tokens of each expert
 */
record Membership(Selection selection, long[] sizes) {

  static Membership of(Selection selection) {
    long[] sizes = new long[selection.count()];
    for (int expert : selection.experts()) {
      sizes[expert]++;
    }
    return new Membership(selection, sizes);
  }

  /** The mean of a value [n] over the tokens of each expert: [N], 0 for one without tokens. */
  double[] means(double[] values) {
    double[] means = new double[sizes.length];
    for (int a = 0; a < selection.experts().length; a++) {
      int expert = selection.experts()[a];
      means[expert] += values[a / selection.k()] / sizes[expert];
    }
    return means;
  }
}
