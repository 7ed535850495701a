package dev.hypersweep.trainer.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Has processes take turns, in reversed order every round. A turn is a few steps, and counts as
 * their median.
 */
final class Alternation {

  private final List<StepProcess> processes;
  private final int steps;

  /**
   * @param steps of a turn
   */
  Alternation(List<StepProcess> processes, int steps) {
    this.processes = processes;
    this.steps = steps;
  }

  /** Steps that are not counted: compilers, caches and allocators settle. */
  void warmUp(int turns) throws IOException {
    for (StepProcess process : processes) {
      for (Work work : Work.values()) {
        process.ask(work.command() + " " + turns * steps);
      }
    }
  }

  /** The timings of that many rounds. */
  Timings run(int rounds) throws IOException {
    Timings timings = new Timings();
    List<StepProcess> order = new ArrayList<>(processes);
    for (int round = 0; round < rounds; round++) {
      for (StepProcess process : order) {
        for (Work work : Work.values()) {
          JsonNode answer = process.ask(work.command() + " " + steps);
          timings.add(process.side(), work, median(answer, "seconds"), median(answer, "cpu"));
        }
      }
      Collections.reverse(order);
    }
    return timings;
  }

  private static double median(JsonNode answer, String field) {
    return Medians.of(
            StreamSupport.stream(answer.path(field).spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray())
        .median();
  }
}
