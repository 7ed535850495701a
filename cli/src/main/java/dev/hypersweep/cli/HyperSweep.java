package dev.hypersweep.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What stands above every command: alone it is wrong usage. */
@Command(
    name = "hypersweep",
    mixinStandardHelpOptions = true,
    version = "HyperSweep 0.1.0",
    description =
        "Which Mixture-of-Experts variant is better, by how much, at what cost, and would it come out again?",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Commands that need no server, each with --help:",
      "  train SPEC   train one run in this process",
      "  ask          a sampler as a pipe",
      "  simulate     a sweep on a virtual clock",
      "  data         datasets: complete, partial, missing",
      "  parity       compare with stored vectors",
      "  bench NAME   the benches",
      "",
      "Exit status: 0 done, 1 the answer is no, 2 wrong usage."
    })
final class HyperSweep implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
