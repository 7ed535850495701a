package dev.hypersweep.orchestrator.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.StoredRuns;
import dev.hypersweep.orchestrator.StoredRuns.Circumstances;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TrialObjectiveTest extends RunningOrchestrator {

  @Inject TrialObjective objective;

  @Test
  void theScoreOfADatasetIsTheMeanOfItsScoredMetrics() {
    StoredRuns stored = new StoredRuns(sql);
    long sweep = stored.sweep();
    long trial = stored.trial(sweep, 0, "moe", 3e-3);
    stored.computed(
        trial,
        "glue/mrpc",
        0,
        Map.of("f1", 0.8, "accuracy", 0.6, "loss", 9.0),
        Circumstances.USUAL);
    stored.computed(trial, "glue/rte", 0, 0.5, Circumstances.USUAL);
    assertThat(optimising(sweep, "score", trial)).isCloseTo(0.6, within(1e-15));
    assertThat(optimising(sweep, "accuracy", trial)).isCloseTo(0.55, within(1e-15));
    sql.update("delete from result_metric where name = 'f1'");
    sql.update("update sweep set definition = '{\"objective\": {\"metric\": \"score\"}}'");
    assertThat(objective.of(trial)).isEmpty();
  }

  private double optimising(long sweep, String metric, long trial) {
    sql.update(
        "update sweep set definition = jsonb_build_object('objective', jsonb_build_object('metric', ?::text)) where id = ?",
        metric,
        sweep);
    return objective.of(trial).orElseThrow();
  }
}
