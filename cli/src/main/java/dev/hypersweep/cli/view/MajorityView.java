package dev.hypersweep.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.text.Numbers;
import dev.hypersweep.cli.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether training taught anything: every cell of a leaderboard against what a constant answer
 * scores on its dataset. A cell beats the majority class if its whole interval lies above it (its
 * mean, where one seed gives no interval). Only datasets scored by accuracy are compared.
 */
public final class MajorityView {

  private MajorityView() {}

  private record Margin(String variant, String dataset, JsonNode cell, double majority) {

    double least() {
      JsonNode low = cell.path("low");
      return (low.isNumber() ? low : cell.path("mean")).asDouble() - majority;
    }

    String words() {
      return "%s on %s: %s against %s"
          .formatted(
              variant,
              dataset,
              Numbers.interval(cell.path("mean"), cell.path("low"), cell.path("high")),
              Numbers.fixed(majority, 3));
    }
  }

  /** One line, or one line and the cells for which it does not hold. */
  public static List<String> lines(JsonNode board) {
    List<Margin> margins = margins(board);
    if (margins.isEmpty()) {
      return List.of();
    }
    List<Margin> below = margins.stream().filter(margin -> margin.least() <= 0).toList();
    if (below.isEmpty()) {
      Margin closest =
          margins.stream().min(Comparator.comparingDouble(Margin::least)).orElseThrow();
      return List.of("every variant beats the majority class: closest is " + closest.words());
    }
    List<String> lines = new ArrayList<>();
    lines.add("NOT every variant beats the majority class clearly:");
    below.forEach(margin -> lines.add("  " + margin.words()));
    return lines;
  }

  private static List<Margin> margins(JsonNode board) {
    List<Margin> margins = new ArrayList<>();
    Json.each(board.path("datasets"))
        .filter(set -> set.path("majority").isNumber())
        .filter(set -> set.path("metric").asText().equals("accuracy"))
        .forEach(
            set -> {
              for (JsonNode row : board.path("rows")) {
                Json.each(row.path("cells"))
                    .filter(cell -> cell.path("dataset").equals(set.path("name")))
                    .filter(cell -> cell.path("mean").isNumber())
                    .forEach(
                        cell ->
                            margins.add(
                                new Margin(
                                    Text.of(row.path("variant")),
                                    Text.of(set.path("name")),
                                    cell,
                                    set.path("majority").asDouble())));
              }
            });
    return margins;
  }
}
