package dev.hypersweep.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Names the benches; each belongs to another program, which the launcher calls. */
@Command(
    name = "bench",
    hidden = true,
    description = "How fast, and how good?",
    customSynopsis = "hypersweep bench NAME [--help]",
    footer = {
      "",
      "  samplers        How good are the samplers?",
      "  pruners         What do pruners find at equal budget?",
      "  train           How long does a training step take, here and in PyTorch?",
      "  load            Does training ever wait for its data?",
      "  language-model  Does PyTorch compute the same loss with our weights?"
    })
public final class BenchCommand implements Callable<Integer> {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show how this command is used.")
  private boolean help;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "Which bench: samplers, pruners, train, load or language-model?");
  }
}
