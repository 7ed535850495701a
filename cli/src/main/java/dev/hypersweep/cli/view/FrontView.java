package dev.hypersweep.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.text.Numbers;
import dev.hypersweep.cli.text.Style;
import dev.hypersweep.cli.text.Table;
import dev.hypersweep.cli.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The Pareto front of a sweep with several objectives; nothing for any other sweep. */
final class FrontView {

  private FrontView() {}

  /** How many trials are on it, and how much it beats. */
  static Optional<String> words(JsonNode sweep) {
    JsonNode front = sweep.path("front");
    if (!front.isObject()) {
      return Optional.empty();
    }
    String share =
        front.path("share").isNumber()
            ? String.format(
                Locale.ROOT, ", hypervolume %.1f %%", 100 * front.path("share").asDouble())
            : "";
    return Optional.of(
        "%d of %s on the front%s"
            .formatted(
                front.path("trials").size(),
                Text.counted(front.path("measured").asLong(), "trial"),
                share));
  }

  /** A row for each trial on it, after an empty line. */
  static List<String> table(JsonNode sweep, Style style) {
    JsonNode front = sweep.path("front");
    if (front.path("trials").isEmpty()) {
      return List.of();
    }
    List<String> heads = new ArrayList<>(List.of("front", "variant"));
    Json.each(sweep.path("objectives")).map(FrontView::name).forEach(heads::add);
    heads.add("parameters");
    Table table = new Table(heads);
    Json.each(front.path("trials")).forEach(trial -> table.row(row(trial)));
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(table.lines(style));
    return lines;
  }

  private static String name(JsonNode objective) {
    return Text.of(objective.path("aggregate")) + " " + Text.of(objective.path("metric"));
  }

  private static List<String> row(JsonNode trial) {
    List<String> cells = new ArrayList<>();
    cells.add(Text.of(trial.path("number")));
    cells.add(Text.of(trial.path("variant")));
    Json.each(trial.path("values")).map(FrontView::value).forEach(cells::add);
    cells.add(Json.pairs(trial.path("parameters")));
    return cells;
  }

  private static String value(JsonNode value) {
    JsonNode own = value.path("value");
    double width = value.path("high").asDouble() - value.path("low").asDouble();
    if (own.asDouble() >= 1000) {
      return Numbers.count(own);
    }
    return width > 0
        ? Numbers.interval(own, value.path("low"), value.path("high"))
        : Numbers.score(own);
  }
}
