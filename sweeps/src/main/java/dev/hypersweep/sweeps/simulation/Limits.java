package dev.hypersweep.sweeps.simulation;

/**
 * When a simulated sweep ends.
 *
 * @param workers that work at once, 1 or more
 * @param trials begun at most
 * @param workerSeconds spent at most, over all workers; infinite for no limit
 * @param seed of the sweep
 */
public record Limits(int workers, int trials, double workerSeconds, long seed) {

  /** Checks the ranges. */
  public Limits {
    if (workers < 1 || workers > 100_000) {
      throw new IllegalArgumentException("workers are 1 to 100000, not " + workers);
    }
    if (trials < 1 || trials > 10_000_000) {
      throw new IllegalArgumentException("trials are 1 to 10000000, not " + trials);
    }
    if (!(workerSeconds > 0)) {
      throw new IllegalArgumentException("worker-hours are above 0, not " + workerSeconds / 3600);
    }
  }
}
