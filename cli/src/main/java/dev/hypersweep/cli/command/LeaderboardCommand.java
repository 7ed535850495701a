package dev.hypersweep.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.rest.Client;
import dev.hypersweep.cli.view.LeaderboardView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the ranking on a benchmark. */
@Command(
    name = "leaderboard",
    description = "Show the ranking on a benchmark, with 95 %% intervals, ties and holes.")
public final class LeaderboardCommand extends RestCommand {

  @Parameters(
      paramLabel = "NAME",
      description = "The benchmark, for example wordnet, or datasets: glue/cola,glue/sts-b.")
  private String name;

  @Option(names = "--csv", description = "Print the server's CSV.")
  private boolean csv;

  @Option(names = "--all", description = "Every configuration, not only each variant's best.")
  private boolean all;

  @Option(
      names = "--sweep",
      paramLabel = "ID",
      description = "Every configuration of that sweep and no other; ties are among these.")
  private Long sweep;

  /** The command in the given surroundings. */
  public LeaderboardCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    if (csv && json()) {
      throw new IllegalArgumentException("--csv and --json exclude each other: leave one out");
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("NAME is empty: say which benchmark, such as wordnet");
    }
    Client client = client();
    String rows = all || sweep != null ? "?rows=all" : "";
    String path =
        "/leaderboards/" + encoded(name) + rows + (sweep == null ? "" : "&sweep=" + sweep);
    if (csv) {
      terminal().out().print(client.text(path, "text/csv"));
      terminal().out().flush();
      return 0;
    }
    JsonNode board = client.get(path);
    answer(board, () -> LeaderboardView.lines(board, style()));
    return 0;
  }
}
