package dev.hypersweep.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.text.Durations;
import dev.hypersweep.cli.text.Numbers;
import dev.hypersweep.cli.text.Style;
import dev.hypersweep.cli.text.Table;
import dev.hypersweep.cli.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One sweep. */
public final class SweepView {

  private SweepView() {}

  /** Its state in a few lines, and where its page is. */
  public static List<String> summary(JsonNode sweep, String url, Style style) {
    List<String> lines = new ArrayList<>();
    lines.add(
        style.bold("sweep " + Text.of(sweep.path("id")) + " " + Text.of(sweep.path("name")))
            + "  "
            + style.state(Text.of(sweep.path("state"))));
    lines.add("runs  " + counts(sweep.path("runs")));
    BestView.words(sweep).ifPresent(best -> lines.add("best  " + best));
    if (sweep.path("endedBecause").isTextual()) {
      lines.add("ended " + Text.of(sweep.path("endedBecause")));
    }
    if (sweep.path("secondsLeft").isNumber()) {
      lines.add("left  about " + Durations.of(sweep.path("secondsLeft")));
    }
    lines.add("page  " + url + "/sweeps/" + Text.of(sweep.path("id")));
    return lines;
  }

  /** For example {@code 24, of which 8 waiting, 16 to come}: the states that there are. */
  private static String counts(JsonNode runs) {
    String states =
        runs.properties().stream()
            .filter(state -> !state.getKey().equals("total") && state.getValue().asLong() > 0)
            .map(state -> state.getValue().asLong() + " " + words(state.getKey()))
            .collect(Collectors.joining(", "));
    return Text.of(runs.path("total")) + (states.isEmpty() ? "" : ", of which " + states);
  }

  /** The words of a name such as {@code toCome}. */
  private static String words(String name) {
    return Text.clean(name).replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  /** The summary, its health and its rungs, then a table of trials and one of runs. */
  public static List<String> lines(
      JsonNode sweep,
      JsonNode health,
      JsonNode rungs,
      JsonNode trials,
      JsonNode runs,
      String url,
      Style style) {
    List<String> lines = new ArrayList<>(summary(sweep, url, style));
    lines.add("hash  " + Text.of(sweep.path("definitionHash")));
    lines.addAll(FrontView.table(sweep, style));
    lines.add("");
    lines.addAll(HealthView.lines(health, style));
    lines.add("");
    if (!rungs.isEmpty()) {
      lines.addAll(rungs(rungs, style));
      lines.add("");
    }
    lines.addAll(trials(sweep, trials, style));
    lines.add("");
    lines.addAll(RunView.table(runs, style));
    return lines;
  }

  private static List<String> rungs(JsonNode rungs, Style style) {
    Table table = new Table("variant", "rung", "step", "trials there", "went on", "best", "bound");
    Json.each(rungs)
        .forEach(
            rung ->
                table.row(
                    Text.of(rung.path("variant")),
                    Text.of(rung.path("rung")),
                    Text.of(rung.path("step")),
                    Text.of(rung.path("reached")),
                    Text.of(rung.path("promoted")),
                    Numbers.score(rung.path("best")),
                    Numbers.score(rung.path("bound"))));
    return table.lines(style);
  }

  private static List<String> trials(JsonNode sweep, JsonNode page, Style style) {
    List<String> datasets = Json.each(sweep.path("datasets")).map(Text::of).toList();
    List<String> heads =
        new ArrayList<>(List.of("trial", "variant", "parameters", "state", "objective"));
    heads.addAll(datasets);
    Table table = new Table(heads);
    Json.each(page.path("items"))
        .forEach(
            trial -> {
              List<String> cells = new ArrayList<>();
              cells.add(Text.of(trial.path("number")));
              cells.add(Text.of(trial.path("variant")));
              cells.add(Json.pairs(trial.path("parameters")));
              cells.add(Text.of(trial.path("state")));
              cells.add(Numbers.score(trial.path("objective")));
              datasets.forEach(dataset -> cells.add(Cells.of(trial.path("cells"), dataset)));
              table.row(cells);
            });
    return table.lines(style);
  }
}
