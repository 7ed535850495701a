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
      "Commands that need no server, each with its --help:",
      "  train       Train one run in this process.",
      "  data        List, check and fetch datasets.",
      "  parity      Is this build right on this machine?",
      "  ask         A sampler and a pruner for an optimiser loop of your own.",
      "  simulate    What a sweep would cost and find, on a virtual clock.",
      "  import      A definition of Optuna, Weights & Biases or Katib as one of ours.",
      "  bench       How fast, and how good: train, load, language-model, samplers,",
      "              pruners.",
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
