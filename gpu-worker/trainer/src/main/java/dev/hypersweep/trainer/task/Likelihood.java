package dev.hypersweep.trainer.task;

/** Probabilities from logits: in double, with StrictMath, so with the same bits on every JVM. */
final class Likelihood {

  private Likelihood() {}

  /** Place of the greatest of {@code count} logits, {@code step} apart; the first of equals. */
  static int greatest(float[] logits, int from, int count, int step) {
    int greatest = 0;
    for (int i = 1; i < count; i++) {
      if (logits[from + i * step] > logits[from + greatest * step]) {
        greatest = i;
      }
    }
    return greatest;
  }

  static int greatest(float[] logits) {
    return greatest(logits, 0, logits.length, 1);
  }

  /** -log of the probability of one of them, in nats. */
  static double negativeLog(float[] logits, int from, int count, int step, int which) {
    return logSum(logits, from, count, step) - logits[from + which * step];
  }

  static double negativeLog(float[] logits, int which) {
    return negativeLog(logits, 0, logits.length, 1, which);
  }

  /** log of the sum of the exponentials. */
  static double logSum(float[] logits, int from, int count, int step) {
    double top = logits[from + greatest(logits, from, count, step) * step];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += StrictMath.exp(logits[from + i * step] - top);
    }
    return StrictMath.log(sum) + top;
  }
}
