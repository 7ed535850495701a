package dev.hypersweep.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.text.Durations;
import dev.hypersweep.cli.text.Numbers;
import dev.hypersweep.cli.text.Style;
import dev.hypersweep.cli.text.Table;
import dev.hypersweep.cli.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A ranking, with what the ranking cannot tell apart. */
public final class LeaderboardView {

  private LeaderboardView() {}

  /** The whole leaderboard. */
  public static List<String> lines(JsonNode board, Style style) {
    List<String> lines = new ArrayList<>();
    lines.add(
        style.bold("leaderboard " + Text.of(board.path("benchmark")))
            + "  "
            + Text.of(board.path("title")));
    if (board.path("rows").isEmpty()) {
      lines.add("no results yet");
      return lines;
    }
    List<String> datasets =
        Json.each(board.path("datasets")).map(set -> Text.of(set.path("name"))).toList();
    boolean several = hasVariantTwice(board);
    String score = board.path("scoreHigherIsBetter").asBoolean(true) ? "score" : "mean rank";
    List<String> heads = new ArrayList<>(List.of("rank", "could be", "variant"));
    heads.addAll(several ? List.of("configuration", "varied", score) : List.of(score));
    Json.each(board.path("datasets")).map(LeaderboardView::head).forEach(heads::add);
    heads.addAll(List.of("parameters", "active", "time"));
    heads.addAll(several ? List.of("tie group", "tied with") : List.of("tied with"));
    Table table = new Table(heads);
    Json.each(board.path("rows")).forEach(row -> table.row(row(row, datasets, several)));
    lines.addAll(table.lines(style));
    lines.addAll(AveragesView.lines(board, several, style));
    lines.addAll(notes(board));
    return lines;
  }

  /** A dataset's name, or a task's with its metrics; diagnostics are marked. */
  private static String head(JsonNode column) {
    String name = Text.of(column.path("name"));
    String task = column.path("task").asText(name);
    String metric = column.path("metric").asText("");
    String head =
        task.equals(name) && !metric.contains(",") && !column.path("diagnostic").asBoolean()
            ? name
            : task + " " + metric;
    return column.path("diagnostic").asBoolean() ? head + " (diagnostic)" : head;
  }

  /**
   * The cell; with the interval over examples if its metric has one; of a task of several metrics
   * each of them.
   */
  private static String cell(JsonNode cells, String dataset) {
    String cell = Cells.of(cells, dataset);
    List<JsonNode> metrics =
        Json.each(cells)
            .filter(one -> one.path("dataset").asText().equals(dataset))
            .flatMap(one -> Json.each(one.path("metrics")))
            .toList();
    if (metrics.size() == 1) {
      return cell + examples(metrics.get(0));
    }
    String each =
        metrics.stream()
            .map(metric -> Numbers.score(metric.path("mean")) + examples(metric))
            .collect(Collectors.joining(", "));
    return each.isEmpty() ? cell : cell + " (" + each + ")";
  }

  private static String examples(JsonNode metric) {
    JsonNode low = metric.path("examplesLow");
    JsonNode high = metric.path("examplesHigh");
    return low.isNumber() && high.isNumber()
        ? " {%s .. %s}"
            .formatted(Numbers.fixed(low.asDouble(), 3), Numbers.fixed(high.asDouble(), 3))
        : "";
  }

  /** Then a variant's name does not say which row is meant. */
  private static boolean hasVariantTwice(JsonNode board) {
    long variants =
        Json.each(board.path("rows")).map(row -> row.path("variant").asText()).distinct().count();
    return variants < board.path("rows").size();
  }

  private static List<String> row(JsonNode row, List<String> datasets, boolean several) {
    List<String> cells = new ArrayList<>();
    cells.add(Text.of(row.path("rank")));
    cells.add(ranks(row));
    cells.add(Text.of(row.path("variant")));
    if (several) {
      cells.add(shortHash(Text.of(row.path("configurationHash"))));
      cells.add(Json.pairs(row.path("parameters")));
    }
    cells.add(Numbers.interval(row.path("score"), row.path("low"), row.path("high")));
    datasets.forEach(dataset -> cells.add(cell(row.path("cells"), dataset)));
    cells.add(Numbers.count(row.path("parametersCount")));
    cells.add(Numbers.count(row.path("activeParameters")));
    cells.add(Durations.of(row.path("trainSeconds")));
    if (several) {
      cells.add(Text.of(row.path("tieGroup")));
    }
    String tied = Json.joined(row.path("tiedWith"));
    cells.add(tied.isEmpty() ? "-" : tied);
    return cells;
  }

  /** As the server names a row among those tied with another. */
  private static String shortHash(String hash) {
    return hash.substring(0, Math.min(8, hash.length()));
  }

  private static String ranks(JsonNode row) {
    if (!row.path("rankLow").isNumber()) {
      return "-";
    }
    String low = row.path("rankLow").asText();
    String high = row.path("rankHigh").asText();
    return low.equals(high) ? low : low + " to " + high;
  }

  private static boolean hasExamples(JsonNode board) {
    return Json.each(board.path("rows"))
        .flatMap(row -> Json.each(row.path("cells")))
        .flatMap(cell -> Json.each(cell.path("metrics")))
        .anyMatch(metric -> metric.path("examplesLow").isNumber());
  }

  private static List<String> notes(JsonNode board) {
    List<String> notes = new ArrayList<>();
    notes.add(Text.of(board.path("rule")));
    if (board.path("note").isTextual()) {
      notes.add(Text.of(board.path("note")));
    }
    notes.add(
        "brackets: %s %% intervals%s; evaluation protocol %s"
            .formatted(
                Numbers.significant(board.path("confidence").asDouble(0.95) * 100, 4),
                board.path("scoreHigherIsBetter").asBoolean(true)
                    ? " over seeds"
                    : " over seeds, of a mean rank half the critical difference",
                Text.clip(Text.of(board.path("evaluationProtocol")), 14)));
    if (hasExamples(board)) {
      notes.add("braces: 95 % bootstrap intervals over examples of a run, mean over the runs");
    }
    Json.each(board.path("excluded"))
        .forEach(
            excluded ->
                notes.add(
                    "not counted: %s results, %s"
                        .formatted(
                            Text.of(excluded.path("results")), Text.of(excluded.path("reason")))));
    return notes;
  }
}
