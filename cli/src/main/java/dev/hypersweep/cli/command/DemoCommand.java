package dev.hypersweep.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.local.Cores;
import dev.hypersweep.cli.local.LocalPlatform;
import dev.hypersweep.cli.rest.Client;
import dev.hypersweep.cli.rest.Definition;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The README's main job: four variants trained on real text, to a leaderboard. */
@Command(
    name = "demo",
    description = {
      "Train four variants on WordNet text with local workers, print the leaderboard, keep serving.",
      "What this home has computed already is not computed again."
    })
public final class DemoCommand implements Callable<Integer> {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show how this command is used.")
  private boolean help;

  @Option(names = "--exit", description = "Stop after the leaderboard; status 1 if a run failed.")
  private boolean exit;

  @Option(
      names = "--port",
      description = "Port of the orchestrator (default: HYPERSWEEP_PORT or 8484).")
  private Integer port;

  @Option(names = "--json", description = "Print the leaderboard as JSON, and nothing else.")
  private boolean json;

  private final Surroundings surroundings;

  /** The command in the given surroundings. */
  public DemoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    String file = surroundings.root().resolve("sweeps/definitions/demo.yaml").toString();
    Definition definition = Definition.read(file);
    try (LocalPlatform platform = surroundings.platform()) {
      Client client = platform.start(port, Cores.workers());
      JsonNode sweep = new DemoSweep(client, surroundings.terminal(), json, !exit).run(definition);
      boolean well = Watch.wentWell(sweep);
      if (exit) {
        return well ? 0 : 1;
      }
      surroundings.terminal().err().println("serving until Ctrl-C");
      platform.serve();
    }
    return 1;
  }
}
