package dev.hypersweep.sweeps.sampling;

import java.nio.charset.StandardCharsets;

/**
 * A stream of random numbers that is the same on every machine and Java version: SplitMix64
 * (Steele, Lea and Flood 2014), begun at a hash of what it is for.
 */
public final class Draws {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Draws(long state) {
    this.state = state;
  }

  /**
   * The stream for a purpose.
   *
   * @param seed of the sweep
   * @param purpose names of space and use
   * @param number of the trial, or of what else there are many of
   */
  public static Draws of(long seed, String purpose, long number) {
    long hash = mix(seed + GOLDEN);
    for (byte one : purpose.getBytes(StandardCharsets.UTF_8)) {
      hash = mix(hash + GOLDEN + one);
    }
    return new Draws(mix(hash + GOLDEN + number));
  }

  /** 64 random bits. */
  public long bits() {
    return mix(state += GOLDEN);
  }

  /** Uniform, 0 excluded to 1 excluded. */
  public double uniform() {
    return ((bits() >>> 11) + 0.5) * 0x1.0p-53;
  }

  /** Uniform whole number, 0 included to the bound excluded. */
  public int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** Standard normal (Box and Muller 1958). */
  public double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(uniform()));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
  }

  /** An index drawn with these weights, which add up to the total. */
  public int weighted(double[] weights, double total) {
    double rest = uniform() * total;
    for (int i = 0; i < weights.length; i++) {
      rest -= weights[i];
      if (rest < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /** A random order of 0 .. size - 1 (Fisher and Yates). */
  public int[] permutation(int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = below(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** Finaliser of MurmurHash3 in Stafford's variant 13. */
  public static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
