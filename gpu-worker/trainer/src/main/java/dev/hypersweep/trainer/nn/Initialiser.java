package dev.hypersweep.trainer.nn;

import java.util.Arrays;
import java.util.Random;

/** How a parameter's values begin: a pure function of the random source. */
@FunctionalInterface
public interface Initialiser {

  /** Writes every value. */
  void fill(float[] values, Random random);

  /** All values zero. */
  static Initialiser zeros() {
    return (values, random) -> {};
  }

  /** All values one. */
  static Initialiser ones() {
    return (values, random) -> Arrays.fill(values, 1f);
  }

  /** N(0, deviation^2). */
  static Initialiser normal(double deviation) {
    return (values, random) -> {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (random.nextGaussian() * deviation);
      }
    };
  }

  /** Uniform in +-bound. */
  static Initialiser uniform(double bound) {
    return (values, random) -> {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
      }
    };
  }
}
