package dev.hypersweep.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.text.Numbers;
import dev.hypersweep.cli.text.Style;
import dev.hypersweep.cli.text.Table;
import dev.hypersweep.cli.text.Text;
import java.util.ArrayList;
import java.util.List;

/** The averages of a benchmark's rule, a line per row; a partial mean has its own name. */
final class AveragesView {

  private AveragesView() {}

  /** Nothing where the only average is the score, and every row has it. */
  static List<String> lines(JsonNode board, boolean several, Style style) {
    JsonNode averages = board.path("averages");
    boolean partial =
        Json.each(board.path("rows"))
            .flatMap(row -> Json.each(row.path("averages")))
            .anyMatch(value -> value.path("partialName").isTextual());
    if (averages.size() < 2 && !partial) {
      return List.of();
    }
    List<String> heads = new ArrayList<>(List.of("variant"));
    if (several) {
      heads.add("configuration");
    }
    Json.each(averages).map(one -> Text.of(one.path("name")) + arrow(one)).forEach(heads::add);
    Table table = new Table(heads);
    for (JsonNode row : board.path("rows")) {
      List<String> cells = new ArrayList<>(List.of(Text.of(row.path("variant"))));
      if (several) {
        String hash = row.path("configurationHash").asText();
        cells.add(hash.substring(0, Math.min(8, hash.length())));
      }
      Json.each(row.path("averages")).map(AveragesView::value).forEach(cells::add);
      table.row(cells);
    }
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(table.lines(style));
    Json.each(averages)
        .map(one -> Text.of(one.path("name")) + ": " + Text.of(one.path("title")))
        .forEach(lines::add);
    return lines;
  }

  private static String arrow(JsonNode average) {
    return average.path("higherIsBetter").asBoolean(true) ? "" : " (lower is better)";
  }

  private static String value(JsonNode value) {
    if (value.path("partialName").isTextual()) {
      return "- (%s = %s)"
          .formatted(Text.of(value.path("partialName")), Numbers.score(value.path("partialMean")));
    }
    return Numbers.interval(value.path("value"), value.path("low"), value.path("high"));
  }
}
