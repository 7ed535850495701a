package dev.hypersweep.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.protocol.MetricArray;
import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.protocol.Signal;
import dev.hypersweep.protocol.TrainerTask;
import dev.hypersweep.trainer.data.Corpora;
import dev.hypersweep.trainer.environment.Environments;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimilaritySettingTest {

  private static final Map<String, Object> TINY =
      Map.of("hidden", 16, "heads", 2, "ffn", 24, "steps", 7, "batch", 8, "evaluation_every", 2);

  @TempDir Path folder;

  private Recorded run(String variant, int every) {
    TreeMap<String, Object> settings = new TreeMap<>(TINY);
    settings.put("similarity_every", every);
    RunSpecification specification =
        new RunSpecification(
            "wordnet/verb-supersense", null, variant, settings, 1, new Resources("cpu", 1, 0));
    Recorded recorded = new Recorded();
    new Execution(new Corpora(null), new Environments())
        .run(
            new TrainerTask(specification, folder.toString(), null),
            recorded,
            () -> Signal.CONTINUE);
    return recorded;
  }

  private static List<MetricArray> named(Recorded run, String name) {
    return run.arrays().stream().filter(array -> array.name().equals(name)).toList();
  }

  @Test
  void similarityIsReportedEveryNEvaluationsAndAtTheEnd() {
    Recorded run = run("hypermoe", 2);
    assertThat(named(run, "similarity/cosine/1"))
        .extracting(MetricArray::step)
        .containsExactly(4L, 7L);
    assertThat(named(run, "similarity/cosine/1")).allMatch(array -> array.values().size() == 64);
  }

  @Test
  void lookingChangesNothing() {
    Recorded without = run("moe-adapters", 0);
    assertThat(without.arrays()).noneMatch(array -> array.name().startsWith("similarity/"));
    assertThat(run("moe-adapters", 1).digests()).isEqualTo(without.digests());
  }

  @Test
  void moreExpertsThanATableHoldsAreRefused() {
    SettingValues many = SettingValues.of("hypermoe", Map.of("experts", 65, "similarity_every", 1));
    assertThatThrownBy(() -> Configurations.check("hypermoe", many))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("settings.similarity_every: 1 with experts 65")
        .hasMessageContaining("at most 64");
  }
}
