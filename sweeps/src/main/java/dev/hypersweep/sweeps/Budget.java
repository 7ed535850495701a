package dev.hypersweep.sweeps;

import java.time.Instant;

/**
 * What a sweep may cost. Every part may be null: not limited.
 *
 * @param trials per variant block, 1 or more
 * @param runs of the whole sweep, 1 or more; divided evenly between the blocks
 * @param gpuHours device time of all attempts of the sweep, above 0; kept by whoever dispatches the
 *     runs, not here: once they are spent no run starts, and what runs goes on to its end
 * @param until no run starts later; kept by whoever dispatches the runs, not here
 */
public record Budget(Long trials, Long runs, Double gpuHours, Instant until) {

  public static final Budget UNLIMITED = new Budget(null, null, null, null);
}
