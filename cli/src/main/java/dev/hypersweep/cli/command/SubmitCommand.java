package dev.hypersweep.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.rest.Client;
import dev.hypersweep.cli.rest.Definition;
import dev.hypersweep.cli.text.Text;
import dev.hypersweep.cli.view.SweepView;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Queues a sweep, and stays with it if asked to. */
@Command(name = "submit", description = "Queue a sweep.")
public final class SubmitCommand extends RestCommand {

  @Parameters(
      paramLabel = "FILE",
      description = "Sweep definition, YAML or JSON; - for standard input.")
  private String file;

  @Option(
      names = "--watch",
      description = "Show the progress until the sweep ends; status 1 if a run failed.")
  private boolean watch;

  @Option(names = "--team", description = "Team that it belongs to (default: default).")
  private String team;

  @Option(names = "--priority", description = "Higher goes first (default: 0).")
  private Integer priority;

  /** The command in the given surroundings. */
  public SubmitCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    Client client = client();
    Definition definition = Definition.read(file);
    // What would keep it from running is known now; later it would be silence.
    client
        .post("/plans" + query(), definition)
        .path("warnings")
        .forEach(warning -> terminal().err().println("warning: " + Text.of(warning)));
    JsonNode submitted = client.post("/sweeps" + query(), definition);
    if (!watch) {
      answer(submitted, () -> SweepView.summary(submitted, client.url(), style()));
      return 0;
    }
    JsonNode ended = new Watch(client, terminal()).untilEnded(submitted.path("id").asLong());
    answer(ended, () -> SweepView.summary(ended, client.url(), style()));
    return Watch.wentWell(ended) ? 0 : 1;
  }

  private String query() {
    StringBuilder query = new StringBuilder();
    if (team != null) {
      query.append("?team=").append(encoded(team));
    }
    if (priority != null) {
      query.append(query.isEmpty() ? '?' : '&').append("priority=").append(priority);
    }
    return query.toString();
  }
}
