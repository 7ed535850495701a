package dev.hypersweep.trainer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The processes of a bench, ours and where there is one PyTorch's: started together, compared, then
 * timed in turns.
 */
final class Contest implements AutoCloseable {

  private final List<StepProcess> processes = new ArrayList<>();
  private final List<LossComparison> comparisons = new ArrayList<>();

  /** What came of it. */
  record Result(List<LossComparison> comparisons, Timings timings) {}

  /** Starts our side of each variant, and the other side of those that it has. */
  Contest(Workload workload, List<Variant> variants, Python python, Plan plan) throws IOException {
    try {
      for (Variant variant : variants) {
        StepProcess ours = add(StepProcess.ours(workload, variant));
        if (python.missing() == null && variant.hasPeer() && workload.k() == 1) {
          compare(ours, python, workload, plan);
        }
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void compare(StepProcess ours, Python python, Workload workload, Plan plan)
      throws IOException {
    Path folder = Files.createTempDirectory("hypersweep-bench");
    Path weights = folder.resolve("weights.safetensors");
    try {
      ours.ask("save " + weights);
      StepProcess theirs = add(python.start(workload, ours.side().variant(), weights));
      comparisons.add(LossComparison.of(ours, theirs, plan.losses()));
    } finally {
      Files.deleteIfExists(weights);
      Files.delete(folder);
    }
  }

  private StepProcess add(StepProcess process) {
    processes.add(process);
    return process;
  }

  /** The losses of both sides, for each variant that has two. */
  List<LossComparison> comparisons() {
    return comparisons;
  }

  /** Warms up, then times. */
  Result run(Plan plan) throws IOException {
    Alternation alternation = new Alternation(processes, plan.steps());
    alternation.warmUp(plan.warmUp());
    return new Result(comparisons, alternation.run(plan.rounds()));
  }

  @Override
  public void close() {
    processes.forEach(StepProcess::close);
  }
}
