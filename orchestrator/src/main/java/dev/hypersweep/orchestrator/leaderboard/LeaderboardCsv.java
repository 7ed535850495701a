package dev.hypersweep.orchestrator.leaderboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.orchestrator.leaderboard.Leaderboard.Cell;
import dev.hypersweep.orchestrator.leaderboard.Leaderboard.CellMetric;
import dev.hypersweep.orchestrator.leaderboard.Leaderboard.Row;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A board as CSV (RFC 4180), a line per row and dataset in rank order: the same columns on every
 * benchmark, nothing to unpivot. What stands for the whole row is repeated on each of its lines.
 *
 * <p>Numbers have every digit of the double. Texts that a spreadsheet would take for a formula get
 * an apostrophe in front.
 */
final class LeaderboardCsv {

  static final List<String> HEADER =
      List.of(
          "benchmark",
          "evaluation_protocol",
          "rank",
          "rank_low",
          "rank_high",
          "tie_group",
          "tied_with",
          "variant",
          "configuration_hash",
          "parameters",
          "score",
          "score_low",
          "score_high",
          "complete",
          "averages",
          "partial",
          "partial_mean",
          "parameters_count",
          "active_parameters",
          "train_seconds",
          "dataset",
          "task",
          "diagnostic",
          "metric",
          "higher_is_better",
          "comparability_class",
          "n",
          "of",
          "failed",
          "mean",
          "sd",
          "low",
          "high",
          "metric_means",
          "metric_example_lows",
          "metric_example_highs",
          "runs");

  private LeaderboardCsv() {}

  static String of(Leaderboard board, ObjectMapper mapper) {
    StringBuilder text = new StringBuilder(line(HEADER.stream()));
    Map<String, Leaderboard.Column> columns =
        board.datasets().stream()
            .collect(Collectors.toMap(Leaderboard.Column::name, column -> column));
    for (Row row : board.rows()) {
      for (Cell cell : row.cells()) {
        text.append(line(fields(board, row, columns.get(cell.dataset()), cell, mapper)));
      }
    }
    return text.toString();
  }

  private static Stream<Object> fields(
      Leaderboard board, Row row, Leaderboard.Column column, Cell cell, ObjectMapper mapper) {
    return Stream.of(
        new Object[] {
          board.benchmark(),
          board.evaluationProtocol(),
          row.rank(),
          row.rankLow(),
          row.rankHigh(),
          row.tieGroup(),
          joined(row.tiedWith()),
          row.variant(),
          row.configurationHash(),
          json(row.parameters(), mapper),
          row.score(),
          row.low(),
          row.high(),
          row.complete(),
          averages(row, mapper),
          row.averages().get(0).partialName(),
          row.averages().get(0).partialMean(),
          row.parametersCount(),
          row.activeParameters(),
          row.trainSeconds(),
          column.name(),
          column.task(),
          column.diagnostic(),
          joined(column.metrics()),
          column.higherIsBetter(),
          column.comparabilityClass(),
          cell.n(),
          cell.of(),
          cell.failed(),
          cell.mean(),
          cell.sd(),
          cell.low(),
          cell.high(),
          joined(cell.metrics(), CellMetric::mean),
          joined(cell.metrics(), CellMetric::examplesLow),
          joined(cell.metrics(), CellMetric::examplesHigh),
          joined(cell.runs())
        });
  }

  private static String joined(Collection<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(";"));
  }

  /** Joined numbers are no text that a spreadsheet could take for a formula. */
  private record Joined(String numbers) {
    @Override
    public String toString() {
      return numbers;
    }
  }

  private static Joined joined(List<CellMetric> metrics, Function<CellMetric, Double> number) {
    return new Joined(
        metrics.stream()
            .map(metric -> number.apply(metric) == null ? "" : number.apply(metric).toString())
            .collect(Collectors.joining(";")));
  }

  /** Those that have a value, by name. */
  private static String averages(Row row, ObjectMapper mapper) {
    Map<String, Double> values = new LinkedHashMap<>();
    row.averages().stream()
        .filter(average -> average.value() != null)
        .forEach(average -> values.put(average.name(), average.value()));
    return json(values, mapper);
  }

  private static String json(Object value, ObjectMapper mapper) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value of plain fields", e);
    }
  }

  private static String line(Stream<?> fields) {
    return fields.map(LeaderboardCsv::field).collect(Collectors.joining(",", "", "\r\n"));
  }

  static String field(Object value) {
    if (value == null) {
      return "";
    }
    if (!(value instanceof String text)) {
      return value.toString();
    }
    String safe = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
