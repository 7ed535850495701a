package dev.hypersweep.trainer.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a process holds after a number of training steps.
 *
 * @param steps so far
 * @param resident bytes; Java's heap is of one size, so that growth is that of tensors
 * @param live tensors
 */
record Footprint(int steps, long resident, long live) {

  private static final int[] STEPS = {200, 1000, 2000};

  /** A HyperMoE small enough for thousands of steps; the threads are those of the bench. */
  private static Workload small(Workload w) {
    return new Workload(1000, 64, 2, 4, 256, 16, 8, 4, 8, 1, 16, 16, 8, w.threads());
  }

  /** Trains a small HyperMoE and looks three times. */
  static List<Footprint> measure(Workload workload) throws IOException {
    return measure(small(workload), STEPS);
  }

  /** Trains a HyperMoE and looks at each of these numbers of steps. */
  static List<Footprint> measure(Workload workload, int... looks) throws IOException {
    try (StepProcess process = StepProcess.ours(workload, Variant.HYPERMOE)) {
      List<Footprint> seen = new ArrayList<>();
      int done = 0;
      for (int steps : looks) {
        process.ask("train " + (steps - done));
        JsonNode memory = process.ask("memory");
        seen.add(
            new Footprint(steps, memory.path("resident").asLong(), memory.path("live").asLong()));
        done = steps;
      }
      return seen;
    }
  }
}
