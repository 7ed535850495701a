package dev.hypersweep.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.protocol.Signal;
import dev.hypersweep.protocol.TrainerTask;
import dev.hypersweep.trainer.data.Corpora;
import dev.hypersweep.trainer.data.SharedData;
import dev.hypersweep.trainer.environment.Environments;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of task on the official files, on both encoders. */
class EncoderKindsTest {

  private static final Environments ENVIRONMENTS = new Environments();

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "glue/sts-b, dense, scratch, pearson spearman loss",
    "superglue/copa, hypermoe, scratch, accuracy loss",
    "superglue/record, dense, scratch, squad_f1 exact_match accuracy loss",
    "superglue/cb, dense, bert, accuracy macro_f1 loss",
    "superglue/copa, moe, bert, accuracy loss",
  })
  void trainsAndIsScoredByItsOwnMetrics(
      String dataset, String variant, String backbone, String metrics) {
    Map<String, Object> settings =
        new TreeMap<>(
            Map.of("hidden", 16, "heads", 2, "ffn", 24, "steps", 6, "batch", 4, "dropout", 0.1));
    settings.put("backbone", backbone);
    settings.put("pooling", "mean");
    settings.put("predict_test", "on");
    RunSpecification specification =
        new RunSpecification(
            dataset, null, variant, new TreeMap<>(settings), 1, new Resources("cpu", 1, 0));
    Recorded recorded = new Recorded();
    Execution execution = new Execution(new Corpora(SharedData.folder()), ENVIRONMENTS);
    TrainerTask task = new TrainerTask(specification, folder.toString(), null);
    Map<String, Double> found =
        execution.run(task, recorded, () -> Signal.CONTINUE).result().metrics();
    for (String metric : metrics.split(" ")) {
      assertThat(found).containsKey(metric);
      assertThat(found.containsKey(metric + "/low")).isEqualTo(!metric.equals("loss"));
    }
    assertThat(recorded.artifacts()).containsOnlyKeys("predictions");
  }
}
