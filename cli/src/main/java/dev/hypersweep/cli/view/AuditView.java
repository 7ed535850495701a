package dev.hypersweep.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.text.Style;
import dev.hypersweep.cli.text.Table;
import dev.hypersweep.cli.text.Text;
import java.util.ArrayList;
import java.util.List;

/** An audit and its verdict. */
public final class AuditView {

  private AuditView() {}

  /** One line while it is under way. */
  public static String progress(JsonNode audit) {
    return "audit %s of run %s: %s"
        .formatted(
            Text.of(audit.path("id")), Text.of(audit.path("runId")), Text.of(audit.path("state")));
  }

  /** The verdict with its reason and what differs. */
  public static List<String> lines(JsonNode audit, Style style) {
    List<String> lines = new ArrayList<>();
    if (!audit.path("verdict").isTextual()) {
      lines.add(progress(audit) + ": no verdict yet");
      return lines;
    }
    lines.add(
        style.state(Text.of(audit.path("verdict")))
            + "  run "
            + Text.of(audit.path("runId"))
            + ": "
            + Text.of(audit.path("reason")));
    if (audit.path("firstDifference").isNumber()) {
      lines.add("first step that differs: " + audit.path("firstDifference").asText());
    }
    lines.addAll(compared("metric", "name", audit.path("metrics"), style));
    lines.addAll(compared("environment", "field", audit.path("environmentDifferences"), style));
    return lines;
  }

  private static List<String> compared(String head, String key, JsonNode pairs, Style style) {
    Table table = new Table(head, "original", "repeated");
    Json.each(pairs)
        .forEach(
            pair ->
                table.row(
                    Text.of(pair.path(key)),
                    Text.of(pair.path("original")),
                    Text.of(pair.path("repeated"))));
    return table.isEmpty() ? List.of() : table.lines(style);
  }
}
