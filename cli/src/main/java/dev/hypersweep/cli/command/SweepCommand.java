package dev.hypersweep.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypersweep.cli.rest.Client;
import dev.hypersweep.cli.view.SweepView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one sweep with its trials. */
@Command(name = "sweep", description = "Show a sweep, its health, its trials and its runs.")
public final class SweepCommand extends RestCommand {

  @Parameters(paramLabel = "ID", description = "The sweep's number.")
  private long id;

  /** The command in the given surroundings. */
  public SweepCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    Client client = client();
    JsonNode sweep = client.get("/sweeps/" + id);
    JsonNode trials = client.get("/sweeps/" + id + "/trials?limit=200");
    JsonNode runs = client.get("/sweeps/" + id + "/runs?limit=200");
    JsonNode health = client.get("/sweeps/" + id + "/health");
    JsonNode rungs = client.get("/sweeps/" + id + "/rungs");
    if (json() && sweep instanceof ObjectNode whole) {
      whole.set("health", health);
      whole.set("rungs", rungs);
      whole.set("trialsPage", trials);
      whole.set("runsPage", runs);
    }
    answer(sweep, () -> SweepView.lines(sweep, health, rungs, trials, runs, client.url(), style()));
    return 0;
  }
}
