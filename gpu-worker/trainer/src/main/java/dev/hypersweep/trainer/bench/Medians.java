package dev.hypersweep.trainer.bench;

import java.util.Arrays;
import java.util.List;

/** Medians and the ranges around them. */
record Medians(double median, double least, double greatest) {

  /** Of one value or more. */
  static Medians of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Medians(median, sorted[0], sorted[sorted.length - 1]);
  }

  /** Of the ratios a / b, round by round: what a busy moment adds to both falls out. */
  static Medians ofRatios(List<Double> a, List<Double> b) {
    double[] ratios = new double[a.size()];
    Arrays.setAll(ratios, round -> a.get(round) / b.get(round));
    return of(ratios);
  }

  static Medians of(List<Double> values) {
    return of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
