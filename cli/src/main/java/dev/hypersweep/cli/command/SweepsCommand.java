package dev.hypersweep.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.view.SweepsView;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists sweeps. */
@Command(name = "sweeps", description = "List sweeps, newest first.")
public final class SweepsCommand extends RestCommand {

  @Option(names = "--state", description = "Only sweeps in this state, for example running.")
  private String state;

  @Option(names = "--team", description = "Only sweeps of this team.")
  private String team;

  @Option(names = "--limit", defaultValue = "50", description = "At most this many (default: 50).")
  private int limit;

  /** The command in the given surroundings. */
  public SweepsCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    String query = "?sort=-id&limit=" + limit;
    query += state == null ? "" : "&state=" + encoded(state.toUpperCase(Locale.ROOT));
    query += team == null ? "" : "&team=" + encoded(team);
    JsonNode page = client().get("/sweeps" + query);
    boolean filtered = state != null || team != null;
    answer(page, () -> SweepsView.lines(page, filtered, style()));
    return 0;
  }
}
