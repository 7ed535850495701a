package dev.hypersweep.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.text.Numbers;
import dev.hypersweep.cli.text.Style;
import dev.hypersweep.cli.text.Table;
import dev.hypersweep.cli.text.Text;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a sweep, or done, and which of its parameters matter. */
public final class HealthView {

  private static final String INDENT = " ".repeat(9);

  private HealthView() {}

  /** Findings, the worst first, then the importances; at least one line. */
  public static List<String> lines(JsonNode health, Style style) {
    List<String> lines = new ArrayList<>();
    lines.add(
        style.bold("health")
            + "  from %s that ended, %s with an objective"
                .formatted(
                    Text.counted(health.path("ended").asLong(), "trial"),
                    Text.of(health.path("measured"))));
    if (health.path("findings").isEmpty()) {
      lines.add("nothing conspicuous");
    }
    Json.each(health.path("findings")).forEach(finding -> add(lines, finding, style));
    if (!health.path("importances").isEmpty()) {
      lines.add("");
      lines.addAll(importances(health.path("importances"), style));
    }
    return lines;
  }

  private static void add(List<String> lines, JsonNode finding, Style style) {
    String severity = Text.of(finding.path("severity"));
    lines.add(style.state("%-7s".formatted(severity)) + "  " + Text.of(finding.path("text")));
    String place = Text.of(finding.path("place"));
    lines.add(
        INDENT + Text.of(finding.path("advice")) + (place.isEmpty() ? "" : " (" + place + ")"));
  }

  private static List<String> importances(JsonNode importances, Style style) {
    Table table = new Table("parameter", "importance");
    Json.each(importances)
        .forEach(
            one ->
                table.row(
                    Text.of(one.path("parameter")),
                    Numbers.interval(one.path("value"), one.path("low"), one.path("high"))));
    return table.lines(style);
  }
}
