package dev.hypersweep.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.rest.Client;
import dev.hypersweep.cli.view.RunView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one run with its attempts. */
@Command(name = "run", description = "Show a run: settings, metrics, cost, attempts.")
public final class RunCommand extends RestCommand {

  @Parameters(paramLabel = "ID", description = "The run's number.")
  private long id;

  /** The command in the given surroundings. */
  public RunCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    Client client = client();
    JsonNode run = client.get("/runs/" + id);
    answer(run, () -> RunView.lines(run, client.url(), style()));
    return 0;
  }
}
