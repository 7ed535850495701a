package dev.hypersweep.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.text.Durations;
import dev.hypersweep.cli.text.Style;
import dev.hypersweep.cli.text.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * A sweep under way.
 *
 * @param sweep the server's answer
 * @param workers the server's list of workers
 * @param seconds since the watching began
 */
public record ProgressView(JsonNode sweep, JsonNode workers, double seconds) {

  private static final int BAR = 40;

  /** Several lines for a terminal, the same number while the same workers are busy. */
  public List<String> block(Style style) {
    List<String> lines = new ArrayList<>();
    lines.add(
        style.bold("sweep " + Text.of(sweep.path("id")) + " " + Text.of(sweep.path("name")))
            + "  "
            + style.state(Text.of(sweep.path("state")))
            + "  "
            + Durations.of(seconds));
    lines.add("  [" + bar() + "] " + done() + "/" + total());
    lines.add("  runs       " + counts());
    lines.add("  best       " + best());
    lines.add("  time left  " + left());
    Json.each(workers.path("items"))
        .filter(worker -> worker.path("currentRun").path("sweepId").equals(sweep.path("id")))
        .forEach(worker -> lines.add("  " + style.dim(busy(worker))));
    return lines;
  }

  /** The same in one line. */
  public String line() {
    return news() + ", time left " + left();
  }

  /** What is worth another line: it changes when a run starts or ends. */
  public String news() {
    return "sweep %s %s: %s, best %s"
        .formatted(Text.of(sweep.path("id")), Text.of(sweep.path("state")), counts(), best());
  }

  private String counts() {
    StringBuilder text = new StringBuilder();
    text.append(done()).append(" done / ").append(count("leased")).append(" running / ");
    text.append(count("waiting") + count("held")).append(" waiting");
    add(text, count("paused"), " paused at a rung");
    add(text, count("toCome"), " to be chosen as results arrive");
    add(text, count("reused"), " computed before");
    add(text, count("pruned"), " pruned");
    add(text, count("failed"), " failed");
    add(text, count("cancelled"), " cancelled");
    return text.toString();
  }

  private static void add(StringBuilder text, long count, String what) {
    if (count > 0) {
      text.append(" (").append(count).append(what).append(')');
    }
  }

  private String best() {
    return BestView.words(sweep).orElse("-");
  }

  private String left() {
    if (done() == total()) {
      return "none";
    }
    JsonNode left = sweep.path("secondsLeft");
    return left.isNumber() ? "about " + Durations.of(left) : "not known yet";
  }

  private static String busy(JsonNode worker) {
    JsonNode run = worker.path("currentRun");
    return "%s: run %s, %s on %s, step %s"
        .formatted(
            Text.of(worker.path("name")),
            Text.of(run.path("id")),
            Text.of(run.path("variant")),
            Text.of(run.path("dataset")),
            Text.countOf(run.path("step"), run.path("steps")));
  }

  private String bar() {
    int filled = total() == 0 ? 0 : (int) (BAR * done() / total());
    return "#".repeat(filled) + ".".repeat(BAR - filled);
  }

  private long done() {
    return count("succeeded") + count("pruned") + count("failed") + count("cancelled");
  }

  private long total() {
    return count("total");
  }

  private long count(String state) {
    return sweep.path("runs").path(state).asLong();
  }
}
