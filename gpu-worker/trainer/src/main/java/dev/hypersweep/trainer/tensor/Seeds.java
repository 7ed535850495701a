package dev.hypersweep.trainer.tensor;

/**
 * Seeds of random sources from the run's seed: a pure function, so that a resumed run draws alike.
 */
public final class Seeds {

  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  private Seeds() {}

  /** The seed of purpose or step {@code n} in a run with that seed (two rounds of SplitMix64). */
  public static long mix(long seed, long n) {
    return scramble(scramble(seed + GOLDEN_RATIO) + (n + 1) * GOLDEN_RATIO);
  }

  private static long scramble(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
