package dev.hypersweep.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.rest.Client;
import dev.hypersweep.cli.rest.Definition;
import dev.hypersweep.cli.text.Durations;
import dev.hypersweep.cli.text.Terminal;
import dev.hypersweep.cli.text.Text;
import dev.hypersweep.cli.view.LeaderboardView;
import dev.hypersweep.cli.view.MajorityView;
import dev.hypersweep.cli.view.PlanView;
import java.io.PrintStream;
import java.util.Optional;

/** The demo's sweep from its plan to its leaderboard. */
final class DemoSweep {

  private final Client client;
  private final Terminal terminal;
  private final boolean json;
  private final boolean staysUp;
  private final PrintStream words;

  /**
   * A demo on that server; as JSON its answer is the leaderboard, and the rest is progress.
   *
   * @param staysUp whether the pages can be opened afterwards
   */
  DemoSweep(Client client, Terminal terminal, boolean json, boolean staysUp) {
    this.client = client;
    this.terminal = terminal;
    this.json = json;
    this.staysUp = staysUp;
    this.words = json ? terminal.err() : terminal.out();
  }

  /** Returns the sweep as it ended. */
  JsonNode run(Definition definition) {
    long begin = System.nanoTime();
    JsonNode plan = client.post("/plans", definition);
    PlanView.datasets(plan.path("datasets"), terminal.answerStyle()).forEach(words::println);
    plan.path("warnings")
        .forEach(warning -> terminal.err().println("warning: " + Text.of(warning)));
    terminal.err().println(PlanView.work(plan));
    Optional<JsonNode> unfinished = unfinished(plan);
    unfinished.ifPresent(
        sweep -> terminal.err().println("going on with sweep " + sweep.path("id").asText()));
    JsonNode submitted = unfinished.orElseGet(() -> client.post("/sweeps", definition));
    JsonNode ended = new Watch(client, terminal).untilEnded(submitted.path("id").asLong());
    words.println(effort(ended.path("runs"), (System.nanoTime() - begin) / 1e9));
    words.println();
    leaderboard(ended);
    words.println(
        staysUp
            ? "sweep:       " + client.url() + "/sweeps/" + ended.path("id").asText()
            : "pages:       `./hypersweep up` serves them");
    return ended;
  }

  private static String effort(JsonNode runs, double seconds) {
    long total = runs.path("total").asLong();
    long reused = runs.path("reused").asLong();
    String time = Durations.of(seconds);
    if (reused == total) {
      return "all %d runs were computed already (%s)".formatted(total, time);
    }
    return reused == 0
        ? "%d runs in %s".formatted(total, time)
        : "%d of %d runs were computed already, the others took %s".formatted(reused, total, time);
  }

  private void leaderboard(JsonNode sweep) {
    if (!sweep.path("benchmark").isTextual()) {
      return;
    }
    String benchmark = sweep.path("benchmark").asText();
    JsonNode board = client.get("/leaderboards/" + RestCommand.encoded(benchmark));
    if (json) {
      terminal.out().println(board.toPrettyString());
      return;
    }
    LeaderboardView.lines(board, terminal.answerStyle()).forEach(words::println);
    MajorityView.lines(board).forEach(words::println);
    words.println();
    if (staysUp) {
      words.println("leaderboard: " + client.url() + "/leaderboards/" + benchmark);
    }
  }

  /** The same sweep, begun by a demo that was interrupted: no reason to queue it twice. */
  private Optional<JsonNode> unfinished(JsonNode plan) {
    String query = "/sweeps?sort=-id&limit=20&q=" + RestCommand.encoded(plan.path("name").asText());
    for (JsonNode summary : client.get(query).path("items")) {
      String state = summary.path("state").asText();
      if (state.equals("RUNNING") || state.equals("WAITING")) {
        JsonNode sweep = client.get("/sweeps/" + summary.path("id").asText());
        if (sweep.path("definitionHash").equals(plan.path("definitionHash"))) {
          return Optional.of(sweep);
        }
      }
    }
    return Optional.empty();
  }
}
