package dev.hypersweep.sweeps.bench;

import java.io.PrintStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench samplers} and {@code bench pruners}; the other benches belong to other programs. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measure.")
public final class BenchCommand implements Runnable {

  @Spec private CommandSpec spec;

  private final PrintStream out;

  /** Answers go to this stream. */
  public BenchCommand(PrintStream out) {
    this.out = out;
  }

  /** The bench of the samplers. */
  @Command(
      name = "samplers",
      mixinStandardHelpOptions = true,
      description = "How good are the samplers?")
  int samplers(@Mixin SamplersBench bench) throws Exception {
    return bench.run(out);
  }

  /** The bench of the pruners. */
  @Command(
      name = "pruners",
      mixinStandardHelpOptions = true,
      description = "What do pruners find at equal budget?")
  int pruners(@Mixin PrunersBench bench) throws Exception {
    try {
      return bench.run(out);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say which bench: samplers or pruners");
  }
}
