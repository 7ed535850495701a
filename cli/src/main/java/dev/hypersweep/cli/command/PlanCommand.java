package dev.hypersweep.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.rest.Definition;
import dev.hypersweep.cli.view.PlanView;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what a sweep would do; nothing is stored. */
@Command(
    name = "plan",
    description = "Show what a sweep would do: trials, runs, what is computed already, how long.")
public final class PlanCommand extends RestCommand {

  @Parameters(
      paramLabel = "FILE",
      description = "Sweep definition, YAML or JSON; - for standard input.")
  private String file;

  /** The command in the given surroundings. */
  public PlanCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    JsonNode plan = client().post("/plans", Definition.read(file));
    answer(plan, () -> PlanView.lines(plan, style()));
    return 0;
  }
}
