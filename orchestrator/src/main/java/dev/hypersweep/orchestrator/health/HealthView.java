package dev.hypersweep.orchestrator.health;

import dev.hypersweep.sweeps.health.Finding;
import dev.hypersweep.sweeps.health.Health;
import dev.hypersweep.sweeps.health.Importance;
import dev.hypersweep.sweeps.health.Importances;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is wrong with a sweep, or done.
 *
 * @param ended trials that have ended
 * @param measured of them, those that have an objective; all numbers rest on these
 * @param findings the worst first
 * @param importances greatest first; empty below 20 measured trials
 * @param importancesFrom trials that the importances rest on: the first 500 measured at most
 */
@Schema(name = "SweepHealth")
public record HealthView(
    @Schema(examples = "42") int ended,
    @Schema(examples = "40") int measured,
    List<FindingView> findings,
    List<ImportanceView> importances,
    @Schema(examples = "40") int importancesFrom) {

  /**
   * Something that people should know.
   *
   * @param severity PROBLEM: the sweep does not do what it should; WARNING: its results mean less
   *     than they seem, or could be better; HINT: good to know; GOOD: as it should be
   * @param place in the definition that the advice is about; empty if there is none
   * @param subject parameter or failure class; empty for the whole sweep
   * @param text what was seen
   * @param advice what to do
   * @param evidence the numbers that it rests on, by name
   */
  @Schema(name = "SweepFinding")
  public record FindingView(
      Finding.Kind kind,
      Finding.Severity severity,
      @Schema(examples = "parameters.learning_rate") String place,
      @Schema(examples = "learning_rate") String subject,
      @Schema(
              examples =
                  "5 of the 5 best trials lie at the upper end of learning_rate (0.003), where 12 %"
                      + " of all trials are.")
          String text,
      @Schema(examples = "Widen the range at that end: better values may lie beyond it.")
          String advice,
      @Schema(examples = "{\"best\": 5, \"at_edge\": 5, \"share\": 0.12, \"p\": 0.0001}")
          SortedMap<String, Double> evidence) {}

  /**
   * Permutation importance on random forests of the ranks of the objective.
   *
   * @param parameter name; {@code variants} for the variants
   * @param value share of the variance that is lost without it; may exceed 1
   * @param low lower end of the interval that holds nine of ten forests on resampled trials
   * @param high its upper end
   */
  @Schema(name = "ParameterImportance")
  public record ImportanceView(
      @Schema(examples = "learning_rate") String parameter,
      @Schema(examples = "0.81") double value,
      @Schema(examples = "0.66") double low,
      @Schema(examples = "0.97") double high) {}

  static HealthView of(Health health) {
    return new HealthView(
        health.ended(),
        health.measured(),
        health.findings().stream().map(HealthView::view).toList(),
        health.importances().stream().map(HealthView::view).toList(),
        health.importances().isEmpty() ? 0 : Math.min(health.measured(), Importances.MOST));
  }

  private static FindingView view(Finding finding) {
    return new FindingView(
        finding.kind(),
        finding.severity(),
        finding.place(),
        finding.subject(),
        finding.text(),
        finding.advice(),
        new TreeMap<>(finding.numbers()));
  }

  private static ImportanceView view(Importance importance) {
    return new ImportanceView(
        importance.parameter(),
        importance.value(),
        importance.interval().low(),
        importance.interval().high());
  }
}
