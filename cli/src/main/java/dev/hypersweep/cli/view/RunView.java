package dev.hypersweep.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.text.Durations;
import dev.hypersweep.cli.text.Numbers;
import dev.hypersweep.cli.text.Style;
import dev.hypersweep.cli.text.Table;
import dev.hypersweep.cli.text.Text;
import java.util.ArrayList;
import java.util.List;

/** Runs. */
public final class RunView {

  private RunView() {}

  /** A page of runs, one row each. */
  public static List<String> table(JsonNode page, Style style) {
    Table table =
        new Table(
            "run",
            "trial",
            "variant",
            "dataset",
            "seed",
            "state",
            "step",
            "steps",
            "value",
            "worker",
            "attempts",
            "time");
    Json.each(page.path("items"))
        .forEach(
            run ->
                table.row(
                    Text.of(run.path("id")),
                    Text.of(run.path("trialNumber")),
                    Text.of(run.path("variant")),
                    Text.of(run.path("dataset")),
                    Text.of(run.path("seed")),
                    Text.of(run.path("state")),
                    Text.of(run.path("step")),
                    Text.of(run.path("steps")),
                    Numbers.score(run.path("value")),
                    origin(run),
                    Text.of(run.path("attempts")),
                    Durations.of(run.path("seconds"))));
    List<String> lines = new ArrayList<>(table.lines(style));
    if (page.path("next").isTextual()) {
      lines.add(
          "the first %d of %s runs"
              .formatted(page.path("items").size(), Text.of(page.path("total"))));
    }
    return lines;
  }

  private static String origin(JsonNode run) {
    return run.path("reusedFrom").isNumber()
        ? "run " + run.path("reusedFrom").asText()
        : Text.of(run.path("worker"));
  }

  /** One run in full. */
  public static List<String> lines(JsonNode run, String url, Style style) {
    List<String> lines = new ArrayList<>();
    lines.add(
        style.bold("run " + Text.of(run.path("id")))
            + "  "
            + style.state(Text.of(run.path("state")))
            + "  %s on %s, seed %s, sweep %s"
                .formatted(
                    Text.of(run.path("variant")),
                    Text.of(run.path("dataset")),
                    Text.of(run.path("seed")),
                    Text.of(run.path("sweepId"))));
    boolean paused = run.path("state").asText().equals("PAUSED");
    add(lines, paused ? "pauses" : "waiting because", Text.of(run.path("waitingBecause")));
    add(lines, "failed because", failure(run));
    add(lines, "reused from run", Text.of(run.path("reusedFrom")));
    add(lines, "steps", steps(run));
    add(lines, "rung", Text.of(run.path("rung")));
    add(lines, "metrics", Json.pairs(run.path("metrics")));
    add(lines, "cost", Json.pairs(run.path("cost")));
    if (run.path("earlyStop").isObject()) {
      add(lines, "early stop", Json.pairs(run.path("earlyStop")));
    }
    add(lines, "settings", Json.pairs(run.path("specification").path("settings")));
    add(lines, "fingerprint", Text.of(run.path("fingerprint")));
    add(lines, "page", url + "/runs/" + Text.of(run.path("id")));
    if (!run.path("attempts").isEmpty()) {
      lines.add("");
      lines.addAll(attempts(run.path("attempts"), style));
    }
    return lines;
  }

  private static String steps(JsonNode run) {
    return Text.countOf(run.path("step"), run.path("steps"))
        + (run.path("steps").isNumber() ? "" : " of an unknown number");
  }

  private static void add(List<String> lines, String name, String value) {
    if (!value.equals("-")) {
      lines.add("%-16s %s".formatted(name, value));
    }
  }

  private static String failure(JsonNode run) {
    return run.path("failureClass").isTextual()
        ? Text.of(run.path("failureClass")) + ": " + Text.of(run.path("failureMessage"))
        : Text.of(run.path("failureMessage"));
  }

  private static List<String> attempts(JsonNode attempts, Style style) {
    Table table =
        new Table("attempt", "worker", "state", "from step", "to step", "started", "failure");
    Json.each(attempts)
        .forEach(
            attempt ->
                table.row(
                    Text.of(attempt.path("id")),
                    Text.of(attempt.path("worker")),
                    Text.of(attempt.path("state")),
                    Text.of(attempt.path("resumedStep")),
                    Text.of(attempt.path("step")),
                    Json.time(attempt.path("startedAt")),
                    failure(attempt)));
    return table.lines(style);
  }
}
