package dev.hypersweep.trainer.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** {@code bench train}: the figures of this machine. */
public final class BenchTrain {

  /** For the command's usage. */
  public static final String USAGE =
      """
      usage: bench train [--rounds N] [--steps K] [--quick] [--json] [--threads N] [--python PATH]
                         [--width D] [--layers L] [--heads H] [--inner F] [--experts N] [--k K]
                         [--embed T] [--hid H] [--bottleneck B] [--length L] [--batch B]
                         [--vocab V] [--classes C]
      Times a training step and a forward pass of dense, MoE and HyperMoE models, in processes that
      take turns. Where PATH (python3 if not given) has torch, the same models run there too, and
      the losses of both sides are compared first.""";

  private BenchTrain() {}

  /**
   * @return exit status: 0, or 1 if PyTorch's side computes something else than ours
   * @throws IllegalArgumentException for an argument that does not fit
   * @throws IOException if a process of the bench ends early
   */
  public static int run(List<String> arguments, PrintStream out) throws IOException {
    Arguments given = new Arguments(arguments);
    Plan base = given.flag("--quick") ? Plan.QUICK : Plan.FULL;
    Plan plan =
        new Plan(
            given.number("--rounds", base.rounds(), 1),
            given.number("--steps", base.steps(), 1),
            base.warmUp(),
            base.losses());
    boolean json = given.flag("--json");
    String program = given.text("--python", "python3");
    Workload workload = WorkloadOptions.read(given);
    given.refuseRest();

    Python python = Python.find(program);
    Report report = json ? new JsonReport(out) : new TableReport(out);
    report.begin(workload, plan, python, ProcessorTime.coreShare());
    try (Contest contest = new Contest(workload, List.of(Variant.values()), python, plan)) {
      contest.comparisons().forEach(report::losses);
      Contest.Result result = contest.run(plan);
      report.timings(workload, result);
      return result.comparisons().stream().allMatch(LossComparison::isEqual) ? 0 : 1;
    }
  }
}
