package dev.hypersweep.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.text.Style;
import dev.hypersweep.cli.text.Table;
import dev.hypersweep.cli.text.Text;
import java.util.List;
import java.util.stream.Collectors;

/** Workers. */
public final class WorkersView {

  private WorkersView() {}

  /** One row per worker. */
  public static List<String> lines(JsonNode workers, Style style) {
    Table table =
        new Table("id", "name", "state", "device", "threads", "run", "last seen", "datasets");
    Json.each(workers.path("items")).forEach(worker -> table.row(row(worker)));
    return table.isEmpty()
        ? List.of("no workers: `./hypersweep up --workers N` starts local ones")
        : table.lines(style);
  }

  private static List<String> row(JsonNode worker) {
    JsonNode run = worker.path("currentRun");
    return List.of(
        Text.of(worker.path("id")),
        Text.of(worker.path("name")),
        Text.of(worker.path("state")),
        Text.of(worker.path("device")),
        Text.of(worker.path("threads")),
        run.isObject()
            ? "%s (step %s)"
                .formatted(
                    Text.of(run.path("id")), Text.countOf(run.path("step"), run.path("steps")))
            : "-",
        Json.time(worker.path("lastSeenAt")),
        Json.each(worker.path("datasets"))
            .map(set -> Text.of(set.path("name")))
            .collect(Collectors.joining(", ")));
  }
}
