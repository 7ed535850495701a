package dev.hypersweep.trainer.generation;

import java.util.Arrays;

/** From logits to log-probabilities. */
final class LogSoftmax {

  private LogSoftmax() {}

  /** A new array: x_i - log(sum of e^x). */
  static double[] of(double[] x) {
    double greatest = Arrays.stream(x).max().orElseThrow();
    double sum = 0;
    for (double each : x) {
      sum += Math.exp(each - greatest);
    }
    double norm = greatest + Math.log(sum);
    return Arrays.stream(x).map(each -> each - norm).toArray();
  }
}
