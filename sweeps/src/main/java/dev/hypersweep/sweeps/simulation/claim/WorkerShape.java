package dev.hypersweep.sweeps.simulation.claim;

import java.util.Set;

/**
 * What a worker offers.
 *
 * @param name its own
 * @param datasets names of those it has
 */
public record WorkerShape(
    String name, String device, int threads, long memoryBytes, Set<String> datasets) {
  public WorkerShape {
    datasets = Set.copyOf(datasets);
  }
}
