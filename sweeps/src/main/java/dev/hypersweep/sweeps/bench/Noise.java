package dev.hypersweep.sweeps.bench;

import dev.hypersweep.sweeps.sampling.Draws;

/** Normal noise by a counter: that of a seed and a trial is the same in every library. */
final class Noise {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Noise() {}

  static long hash(long a, long b, long c) {
    long h = Draws.mix(a + GOLDEN);
    h = Draws.mix(h + b + GOLDEN);
    return Draws.mix(h + c + GOLDEN);
  }

  /** Uniform, at the middle of its cell of 2^-53. */
  static double uniform(long a, long b, long c) {
    return ((hash(a, b, c) >>> 11) + 0.5) * 0x1.0p-53;
  }

  /** Standard normal (Box and Muller 1958). */
  static double normal(long seed, long trial) {
    double radius = Math.sqrt(-2 * Math.log(uniform(seed, trial, 1)));
    return radius * Math.cos(2 * Math.PI * uniform(seed, trial, 2));
  }
}
