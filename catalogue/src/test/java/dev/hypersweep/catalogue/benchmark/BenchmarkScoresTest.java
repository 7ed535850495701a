package dev.hypersweep.catalogue.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hypersweep.catalogue.Metric;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchmarkScoresTest {

  /**
   * BERT-large: its row of the GLUE leaderboard, 80.5, and table 1 of Devlin et al. (2019), whose
   * average column says 82.1 (in its first version 81.9): the same run by two rules.
   */
  @Test
  void bertLargeHasItsPublishedGlueScores() {
    Map<Column, Double> bert = bertOnGlue();
    assertThat(score("official", bert).score().orElseThrow()).isCloseTo(80.5, within(0.05));
    assertThat(score("bert-paper", bert).score().orElseThrow()).isCloseTo(82.1, within(0.05));
  }

  @Test
  void whatIsMissingTakesTheScoreAwayAndNeverChangesIt() {
    Map<Column, Double> bert = bertOnGlue();
    bert.remove(Column.of("glue/wnli", Metric.ACCURACY));
    bert.put(Column.of("glue/sts-b", Metric.PEARSON), Double.NaN);
    AverageScore official = score("official", bert);
    assertThat(official.score()).isEmpty();
    assertThat(official.missing())
        .extracting(Column::toString)
        .containsExactly("glue/sts-b pearson", "glue/wnli accuracy");
    assertThat(official.taskScores()).hasSize(7).doesNotContainKeys("STS-B", "WNLI");
    AverageScore.Partial partial = official.partial().orElseThrow();
    assertThat(partial.name()).isEqualTo("official[7 of 9 tasks: without STS-B, WNLI]");
    assertThat(score("bert-paper", bert).score()).isPresent();
  }

  @Test
  void nothingAtAllHasNoPartialMeanEither() {
    assertThat(score("official", Map.of()).partial()).isEmpty();
    assertThat(score("official", bertOnGlue()).partial()).isEmpty();
  }

  @Test
  void mnliCountsOnceThoughItHasTwoSplits() {
    AverageScore official = score("official", bertOnGlue());
    assertThat(official.taskScores().get("MNLI")).isCloseTo((86.7 + 85.9) / 2, within(1e-12));
    assertThat(ScoringRules.GLUE.datasets()).hasSize(9).doesNotContain("glue/ax");
    assertThat(new Column("glue/mnli", "dev_mismatched", Metric.ACCURACY).measure())
        .isEqualTo("dev_mismatched/accuracy");
  }

  @Test
  void twentyTasksAreRankedEachInItsDirection() {
    ScoringRule rule = ScoringRules.HYPERMOE_20;
    assertThat(rule.rankedTasks())
        .extracting(BenchmarkTask::name)
        .hasSize(20)
        .doesNotHaveDuplicates();
    assertThat(rule.datasets()).hasSize(20);
    assertThat(rule.note()).startsWith("inferred");
    assertThat(rule.rankedTasks().stream().filter(task -> !task.higherIsBetter()))
        .extracting(BenchmarkTask::name)
        .containsExactly("WikiText-2");
  }

  @Test
  void meanRanksShareTiesAndLeaveOutIncompleteRows() {
    List<BenchmarkTask> tasks =
        List.of(
            BenchmarkTask.of("up", "a", Metric.ACCURACY),
            BenchmarkTask.of("down", "b", Metric.PERPLEXITY));
    List<Map<String, Double>> rows =
        List.of(
            Map.of("up", 0.9, "down", 20.0),
            Map.of("up", 0.9, "down", 30.0),
            Map.of("up", 1.0),
            Map.of("up", 0.1, "down", 10.0));
    assertThat(MeanRanks.of(tasks, rows)).containsExactly(1.75, 2.25, Double.NaN, 2.0);
  }

  @Test
  void metricsOfOppositeDirectionsAreNoTask() {
    assertThatThrownBy(() -> BenchmarkTask.of("odd", "a", Metric.ACCURACY, Metric.LOSS))
        .hasMessageContaining("odd");
    assertThatThrownBy(() -> ScoringRules.GLUE.average("median"))
        .hasMessageContaining("official, without-wnli, bert-paper");
  }

  private static AverageScore score(String average, Map<Column, Double> numbers) {
    return AverageScore.of(ScoringRules.GLUE.average(average), numbers);
  }

  private static Map<Column, Double> bertOnGlue() {
    Map<Column, Double> numbers = new HashMap<>();
    numbers.put(Column.of("glue/cola", Metric.MATTHEWS), 60.5);
    numbers.put(Column.of("glue/sst-2", Metric.ACCURACY), 94.9);
    numbers.put(Column.of("glue/mrpc", Metric.F1), 89.3);
    numbers.put(Column.of("glue/mrpc", Metric.ACCURACY), 85.4);
    numbers.put(Column.of("glue/sts-b", Metric.PEARSON), 87.6);
    numbers.put(Column.of("glue/sts-b", Metric.SPEARMAN), 86.5);
    numbers.put(Column.of("glue/qqp", Metric.F1), 72.1);
    numbers.put(Column.of("glue/qqp", Metric.ACCURACY), 89.3);
    numbers.put(Column.of("glue/mnli", Metric.ACCURACY), 86.7);
    numbers.put(new Column("glue/mnli", "dev_mismatched", Metric.ACCURACY), 85.9);
    numbers.put(Column.of("glue/qnli", Metric.ACCURACY), 92.7);
    numbers.put(Column.of("glue/rte", Metric.ACCURACY), 70.1);
    numbers.put(Column.of("glue/wnli", Metric.ACCURACY), 65.1);
    return numbers;
  }
}
