package dev.hypersweep.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.rest.Client;
import dev.hypersweep.cli.rest.Problem;
import dev.hypersweep.cli.rest.Unreachable;
import dev.hypersweep.cli.text.RedrawnBlock;
import dev.hypersweep.cli.text.Terminal;
import dev.hypersweep.cli.view.ProgressView;
import java.time.Duration;
import java.util.Set;

/**
 * Shows a sweep's progress until it ends. A server that is away is waited for, up to a limit; the
 * sweep goes on without us in any case.
 */
final class Watch {

  private static final Set<String> ENDED = Set.of("FINISHED", "FAILED", "CANCELLED");
  private static final Duration INTERVAL = Duration.ofMillis(700);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Client client;
  private final Terminal terminal;

  Watch(Client client, Terminal terminal) {
    this.client = client;
    this.terminal = terminal;
  }

  /** Whether a sweep finished with no failed run. */
  static boolean wentWell(JsonNode sweep) {
    return sweep.path("state").asText().equals("FINISHED")
        && sweep.path("runs").path("failed").asInt() == 0;
  }

  /** Returns the sweep as it ended. */
  JsonNode untilEnded(long id) {
    RedrawnBlock block = new RedrawnBlock(terminal.err(), terminal.redraws());
    long begin = System.nanoTime();
    long heard = begin;
    while (true) {
      try {
        JsonNode sweep = client.get("/sweeps/" + id);
        JsonNode workers = client.get("/workers");
        heard = System.nanoTime();
        double seconds = (heard - begin) / 1e9;
        ProgressView view = new ProgressView(sweep, workers, seconds);
        block.show(view.block(terminal.progressStyle()), view.line(), view.news());
        if (ENDED.contains(sweep.path("state").asText())) {
          return sweep;
        }
      } catch (Unreachable | Problem away) {
        boolean returns = !(away instanceof Problem problem) || problem.status() >= 500;
        if (!returns || System.nanoTime() - heard > PATIENCE.toNanos()) {
          throw away;
        }
      }
      pause();
    }
  }

  /**
   * Between two looks at the sweep: a person reads the progress, and the server is left in peace.
   */
  private void pause() {
    try {
      Thread.sleep(INTERVAL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable(client.url(), e);
    }
  }
}
