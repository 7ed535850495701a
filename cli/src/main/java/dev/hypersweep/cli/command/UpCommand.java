package dev.hypersweep.cli.command;

import dev.hypersweep.cli.local.LocalPlatform;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves until it is told to stop. */
@Command(
    name = "up",
    description = "Serve: orchestrator on its embedded PostgreSQL and local workers, until Ctrl-C.")
public final class UpCommand implements Callable<Integer> {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show how this command is used.")
  private boolean help;

  @Option(
      names = "--port",
      description = "Port of the orchestrator (default: HYPERSWEEP_PORT or 8484).")
  private Integer port;

  @Option(
      names = "--workers",
      defaultValue = "1",
      description = "Local workers, each with one thread (default: 1).")
  private int workers;

  @Spec private CommandSpec spec;

  private final Surroundings surroundings;

  /** The command in the given surroundings. */
  public UpCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    check("--port", port == null ? 0 : port, 65_535);
    check("--workers", workers, 256);
    try (LocalPlatform platform = surroundings.platform()) {
      surroundings.terminal().out().println(platform.start(port, workers).url());
      platform.serve();
    }
    return 1;
  }

  private void check(String option, int value, int high) {
    if (value < 0 || value > high) {
      throw new ParameterException(
          spec.commandLine(), "%s %d is not between 0 and %d".formatted(option, value, high));
    }
  }
}
