package dev.hypersweep.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.hypersweep.protocol.Cost;
import dev.hypersweep.protocol.MetricPoint;
import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.protocol.Signal;
import dev.hypersweep.protocol.TrainerTask;
import dev.hypersweep.trainer.data.Corpora;
import dev.hypersweep.trainer.data.DatasetBroken;
import dev.hypersweep.trainer.environment.Environments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionTest {

  private static final Map<String, Object> TINY =
      Map.of(
          "hidden",
          16,
          "heads",
          2,
          "ffn",
          24,
          "steps",
          12,
          "batch",
          8,
          "dropout",
          0.1,
          "evaluation_every",
          6,
          "checkpoint_every",
          5);

  private static final Environments ENVIRONMENTS = new Environments();

  @TempDir Path folder;

  private final Execution execution = new Execution(new Corpora(null), ENVIRONMENTS);

  @ParameterizedTest
  @ValueSource(strings = {"dense", "moe", "moe-share", "moe-adapters", "moe-matched", "hypermoe"})
  void theSameSeedGivesTheSameBits(String variant) {
    Recorded first = run(variant, TINY, 3, null);
    Recorded second = run(variant, TINY, 3, null);
    assertThat(second.digests()).hasSize(12).isEqualTo(first.digests());
    assertThat(second.points()).isEqualTo(first.points());
    assertThat(second.result().metrics()).isEqualTo(first.result().metrics());
    assertThat(second.result().chain()).isEqualTo(first.digests().get(11));
    assertThat(second.result().seal()).isEqualTo(first.result().manifest().seal());
  }

  @Test
  void bfloat16TrainsCloseToFloat32AndIsSealedAsAnotherType() {
    Map<String, Object> settings = new TreeMap<>(TINY);
    settings.put("precision", "bf16");
    Recorded rounded = run("hypermoe", settings, 3, null);
    Recorded exact = run("hypermoe", TINY, 3, null);
    assertThat(rounded.digests()).isNotEqualTo(exact.digests());
    double loss = exact.result().metrics().get("loss");
    assertThat(rounded.result().metrics().get("loss")).isCloseTo(loss, withinPercentage(2));
    assertThat(rounded.result().manifest().comparability().dtype()).isEqualTo("bf16");
    assertThat(exact.result().manifest().comparability().dtype()).isEqualTo("float32");
  }

  @Test
  void whatARunHasCostIsSaidAtEachEvaluationAndItsCountsBeforeTheFirstStep() {
    Recorded run = run("moe", TINY, 3, null);
    Cost cost = run.result().cost();
    assertThat(run.costs().stream().filter(point -> point.step() == 0))
        .containsExactly(
            new MetricPoint("cost/flops_per_token", 0, cost.flopsPerToken()),
            new MetricPoint("cost/parameters", 0, cost.parameters()),
            new MetricPoint("cost/parameters_active", 0, cost.activeParameters()));
    assertThat(run.costs().stream().filter(point -> point.step() == 12))
        .contains(
            new MetricPoint("cost/tokens_per_second", 12, cost.tokens() / cost.trainSeconds()),
            new MetricPoint("cost/seconds_per_step", 12, cost.trainSeconds() / 12));
    assertThat(run.costs().stream().map(MetricPoint::step).distinct()).containsExactly(0L, 6L, 12L);
    assertThat(run.costs().stream().filter(point -> point.name().equals("cost/peak_memory")))
        .allSatisfy(
            point -> assertThat(point.value()).isBetween(1e6, (double) cost.peakMemoryBytes()));
  }

  @Test
  void anotherSeedGivesOthers() {
    assertThat(run("dense", TINY, 4, null).digests().get(0))
        .isNotEqualTo(run("dense", TINY, 3, null).digests().get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dense", "hypermoe"})
  void aResumedRunEndsWithTheBitsOfAnUndisturbedOne(String variant) {
    Recorded whole = run(variant, TINY, 0, null);
    assertThat(whole.checkpoints()).containsOnlyKeys(5L, 10L);
    Recorded resumed = run(variant, TINY, 0, whole.checkpoints().get(5L));
    assertThat(resumed.digests()).isEqualTo(whole.digests().subList(5, 12));
    assertThat(resumed.points())
        .isEqualTo(whole.points().stream().filter(point -> point.step() > 5).toList());
    assertThat(resumed.result().metrics()).isEqualTo(whole.result().metrics());
    assertThat(resumed.result().cost().tokens()).isEqualTo(whole.result().cost().tokens());
  }

  @Test
  void aCheckpointOfAnotherRunIsRefused() {
    Path checkpoint = run("dense", TINY, 0, null).checkpoints().get(5L);
    assertThatThrownBy(() -> run("dense", TINY, 1, checkpoint))
        .isInstanceOf(BadCheckpoint.class)
        .hasMessageContaining("another run");
  }

  @Test
  void aCheckpointThatWasCutOffIsRefused() throws IOException {
    Path whole = run("dense", TINY, 0, null).checkpoints().get(5L);
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.safetensors"), Arrays.copyOf(bytes, 9000));
    assertThatThrownBy(() -> run("dense", TINY, 0, cut))
        .isInstanceOf(BadCheckpoint.class)
        .hasMessageContaining("cut.safetensors")
        .hasMessageContaining("damaged");
  }

  @Test
  void otherDataThanAskedForIsRefused() {
    RunSpecification given = specification("dense", TINY, 0, "0".repeat(64));
    TrainerTask task = new TrainerTask(given, folder.toString(), null);
    assertThatThrownBy(() -> execution.run(task, new Recorded(), () -> Signal.CONTINUE))
        .isInstanceOf(DatasetBroken.class)
        .hasMessageContaining("the run asks for 000");
  }

  @Test
  void aShortRunBeatsTheMajorityClearly() {
    Map<String, Object> small =
        Map.of("hidden", 32, "ffn", 32, "steps", 100, "evaluation_every", 100, "experts", 4);
    Recorded run = run("hypermoe", small, 0, null);
    double majority = run.result().manifest().dataset().majority();
    assertThat(run.result().metrics().get("accuracy")).isGreaterThan(majority + 0.1);
  }

  private Recorded run(String variant, Map<String, Object> settings, long seed, Path resumeFrom) {
    Recorded recorded = new Recorded();
    String resume = resumeFrom == null ? null : resumeFrom.toString();
    TrainerTask task =
        new TrainerTask(specification(variant, settings, seed, null), folder.toString(), resume);
    recorded.result(execution.run(task, recorded, () -> Signal.CONTINUE).result());
    return recorded;
  }

  private static RunSpecification specification(
      String variant, Map<String, Object> settings, long seed, String datasetHash) {
    return new RunSpecification(
        "wordnet/verb-supersense",
        datasetHash,
        variant,
        new TreeMap<>(settings),
        seed,
        new Resources("cpu", 1, 0));
  }
}
