package dev.hypersweep.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.rest.Client;
import dev.hypersweep.cli.view.SweepView;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Pauses, resumes or cancels a sweep. */
@Command
public final class SweepActionCommand extends RestCommand {

  @Parameters(paramLabel = "ID", description = "The sweep's number.")
  private long id;

  private final String action;

  private SweepActionCommand(Surroundings surroundings, String action) {
    super(surroundings);
    this.action = action;
  }

  /** {@code pause ID}. */
  public static CommandLine pause(Surroundings surroundings) {
    return line(surroundings, "pause", "Pause a sweep: runs under way end, no other starts.");
  }

  /** {@code resume ID}. */
  public static CommandLine resume(Surroundings surroundings) {
    return line(surroundings, "resume", "Go on with a paused sweep.");
  }

  /** {@code cancel ID}. */
  public static CommandLine cancel(Surroundings surroundings) {
    return line(surroundings, "cancel", "Cancel a sweep: runs under way are stopped.");
  }

  private static CommandLine line(Surroundings surroundings, String action, String description) {
    CommandLine line = new CommandLine(new SweepActionCommand(surroundings, action));
    line.getCommandSpec().name(action).usageMessage().description(description);
    return line;
  }

  @Override
  public Integer call() {
    Client client = client();
    JsonNode sweep = client.post("/sweeps/" + id + "/" + action);
    answer(sweep, () -> SweepView.summary(sweep, client.url(), style()));
    return 0;
  }
}
