package dev.hypersweep.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.text.Style;
import dev.hypersweep.cli.text.Table;
import dev.hypersweep.cli.text.Text;
import java.util.ArrayList;
import java.util.List;

/** A page of sweeps. */
public final class SweepsView {

  private SweepsView() {}

  /**
   * One row per sweep.
   *
   * @param filtered whether only some of the sweeps were asked for
   */
  public static List<String> lines(JsonNode page, boolean filtered, Style style) {
    Table table =
        new Table(
            "id", "name", "team", "state", "done", "runs", "failed", "best", "score", "created");
    Json.each(page.path("items")).forEach(sweep -> table.row(row(sweep)));
    if (table.isEmpty()) {
      return List.of(
          filtered ? "no sweep is like that" : "no sweeps: `./hypersweep submit FILE` queues one");
    }
    List<String> lines = new ArrayList<>(table.lines(style));
    if (page.path("next").isTextual()) {
      lines.add("%s of %s".formatted(page.path("items").size(), Text.of(page.path("total"))));
    }
    return lines;
  }

  private static List<String> row(JsonNode sweep) {
    JsonNode runs = sweep.path("runs");
    return List.of(
        Text.of(sweep.path("id")),
        Text.of(sweep.path("name")),
        Text.of(sweep.path("team")),
        Text.of(sweep.path("state")),
        Long.toString(runs.path("succeeded").asLong() + runs.path("pruned").asLong()),
        Text.of(runs.path("total")),
        Text.of(runs.path("failed")),
        Text.of(sweep.path("best").path("variant")),
        BestView.score(sweep),
        Json.time(sweep.path("createdAt")));
  }
}
