package dev.hypersweep.trainer.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** {@code bench train}: the figures of this machine. */
public final class BenchTrain {

  /** For the command's usage. */
  public static final String USAGE =
      """
      usage: ./hypersweep bench train [--growth | --memory] [--rounds N] [--steps K] [--quick]
                   [--json] [--threads N] [--python PATH]
                   [--width D] [--layers L] [--heads H] [--inner F] [--experts N] [--k K]
                   [--embed T] [--hid H] [--bottleneck B] [--length L] [--batch B]
                   [--vocab V] [--classes C]

      Times a training step and a forward pass of dense, MoE and HyperMoE models, in processes that
      take turns. Where PATH (python3 if not given) has torch, the same models run there too, and
      the losses of both sides are compared first. --growth shows instead how the cost of HyperMoE
      grows with N, k, b and d; --memory only what a process holds after 200, 1,000 and 2,000 steps,
      which the whole bench shows too.""";

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
    boolean growth = given.flag("--growth");
    boolean memory = given.flag("--memory");
    String program = given.text("--python", "python3");
    Workload workload = WorkloadOptions.read(given);
    given.refuseRest();

    Report report = json ? new JsonReport(out) : new TableReport(out);
    boolean contest = !growth && !memory;
    Python python = contest ? Python.find(program) : null;
    report.begin(workload, plan, python, ProcessorTime.coreShare());
    boolean equal = !contest || contest(workload, plan, python, report);
    if (growth) {
      Growth.run(workload, plan, report);
    }
    if (memory || (contest && base == Plan.FULL)) {
      report.memory(Footprint.measure(workload));
    }
    return equal ? 0 : 1;
  }

  /** Whether both sides compute the same. */
  private static boolean contest(Workload workload, Plan plan, Python python, Report report)
      throws IOException {
    try (Contest contest = new Contest(workload, List.of(Variant.values()), python, plan)) {
      contest.comparisons().forEach(report::losses);
      Contest.Result result = contest.run(plan);
      report.timings(workload, result);
      return result.comparisons().stream().allMatch(LossComparison::isEqual);
    }
  }
}
