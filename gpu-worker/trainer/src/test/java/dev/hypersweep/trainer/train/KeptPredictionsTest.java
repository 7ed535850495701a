package dev.hypersweep.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.protocol.Signal;
import dev.hypersweep.protocol.TrainerTask;
import dev.hypersweep.trainer.data.Corpora;
import dev.hypersweep.trainer.environment.Environments;
import dev.hypersweep.trainer.predict.PredictionRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptPredictionsTest {

  private static final Environments ENVIRONMENTS = new Environments();

  @TempDir Path folder;

  @Test
  void aRunKeepsAPredictionForEachExampleAndSaysHowFarItsMetricsWouldMove() throws IOException {
    Recorded run = run(Map.of());
    Map<String, Double> metrics = run.result().metrics();
    assertThat(metrics.get("accuracy"))
        .isBetween(metrics.get("accuracy/low"), metrics.get("accuracy/high"));
    assertThat(metrics).doesNotContainKey("loss/low");
    List<Map<String, Object>> rows = PredictionRows.of(run.artifacts().get("predictions"));
    assertThat(rows).hasSize(run.result().manifest().dataset().evaluationExamples());
    double correct =
        rows.stream().mapToDouble(row -> (double) row.get("score_correct")).average().orElseThrow();
    assertThat(correct).isCloseTo(metrics.get("accuracy"), within(1e-12));
  }

  @Test
  void whatWasCutOffIsReportedOnce() {
    Recorded run = run(Map.of("sequence_length", 8));
    assertThat(run.points().stream().filter(point -> point.name().startsWith("data/")))
        .hasSize(6)
        .allMatch(point -> point.step() == 0)
        .anyMatch(point -> point.name().equals("data/train/cut_tokens") && point.value() > 0);
  }

  @Test
  void epochsDecideTheStepsAndBucketsTheBatches() {
    Recorded run = run(Map.of("epochs", 0.02, "bucketing", "on"));
    int examples = run.result().manifest().dataset().trainExamples();
    double perEpoch = Math.ceil(examples / 8.0);
    assertThat(run.result().steps()).isEqualTo((long) Math.ceil(0.02 * perEpoch));
    assertThat(run.digests()).isEqualTo(run(Map.of("epochs", 0.02, "bucketing", "on")).digests());
    assertThat(run.digests().subList(0, 10))
        .isNotEqualTo(run(Map.of("epochs", 0.02)).digests().subList(0, 10));
  }

  private Recorded run(Map<String, Object> more) {
    Map<String, Object> settings =
        new TreeMap<>(
            Map.of("hidden", 16, "heads", 2, "ffn", 24, "layers", 1, "steps", 12, "batch", 8));
    settings.putAll(more);
    RunSpecification specification =
        new RunSpecification(
            "wordnet/verb-supersense",
            null,
            "dense",
            new TreeMap<>(settings),
            1,
            new Resources("cpu", 1, 0));
    Recorded recorded = new Recorded();
    TrainerTask task = new TrainerTask(specification, folder.toString(), null);
    Execution execution = new Execution(new Corpora(null), ENVIRONMENTS);
    recorded.result(execution.run(task, recorded, () -> Signal.CONTINUE).result());
    return recorded;
  }
}
