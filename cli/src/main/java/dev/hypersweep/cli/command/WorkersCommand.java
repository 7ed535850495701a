package dev.hypersweep.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.view.WorkersView;
import picocli.CommandLine.Command;

/** Lists workers. */
@Command(name = "workers", description = "List workers: state, device, datasets, what they train.")
public final class WorkersCommand extends RestCommand {

  /** The command in the given surroundings. */
  public WorkersCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    JsonNode workers = client().get("/workers");
    answer(workers, () -> WorkersView.lines(workers, style()));
    return 0;
  }
}
