package dev.hypersweep.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.rest.Client;
import dev.hypersweep.cli.text.RedrawnBlock;
import dev.hypersweep.cli.view.AuditView;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has a stored run executed again and waits for the verdict. */
@Command(
    name = "audit",
    description =
        "Execute a stored run again on a worker and judge it; status 1 unless BIT_IDENTICAL.")
public final class AuditCommand extends RestCommand {

  @Parameters(paramLabel = "RUN", description = "The run's number.")
  private long run;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "3600",
      description = "Stop waiting after that time; the audit goes on (default: 3600).")
  private long timeout;

  /** The command in the given surroundings. */
  public AuditCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws InterruptedException {
    Client client = client();
    JsonNode audit = client.post("/runs/" + run + "/audits");
    long id = audit.path("id").asLong();
    RedrawnBlock block = new RedrawnBlock(terminal().err(), terminal().redraws());
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(timeout);
    while (!audit.path("state").asText().equals("JUDGED") && System.nanoTime() < deadline) {
      String line = AuditView.progress(audit);
      block.show(List.of(line), line);
      TimeUnit.MILLISECONDS.sleep(500);
      audit = client.get("/audits/" + id);
    }
    JsonNode last = audit;
    answer(last, () -> AuditView.lines(last, style()));
    return last.path("verdict").asText().equals("BIT_IDENTICAL") ? 0 : 1;
  }
}
