package dev.hypersweep.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.catalogue.Setting;
import dev.hypersweep.catalogue.Settings;
import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.RunSpecification;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Trials carry complete settings, and runs come in the order of the first comparison. */
class TrialsAndRunsTest {

  @Test
  void settingsAreCompleteAndTheNearestWordWins() {
    SweepDefinition definition =
        SweepDefinitions.read(
            """
            name: blocks
            variants: [dense, {name: wide, extends: hypermoe, bottleneck: 64, steps: 50}]
            datasets: [trec]
            constants: {steps: 100, experts: 4, weight_decay: 1}
            """);
    List<TrialPoint> trials = Trials.of(definition);
    TrialPoint wide = trials.get(1);
    assertThat(wide.variant()).isEqualTo("wide");
    assertThat(wide.architecture()).isEqualTo("hypermoe");
    assertThat(wide.settings().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Settings.of("hypermoe").stream().map(Setting::name).toList());
    assertThat(wide.settings())
        .containsEntry("bottleneck", 64L)
        .containsEntry("steps", 50L)
        .containsEntry("experts", 4L)
        .containsEntry("weight_decay", 1.0)
        .containsEntry("aggregation", "mean");
    assertThat(trials.get(0).settings()).containsEntry("steps", 100L).doesNotContainKey("experts");
  }

  @Test
  void allVariantsAreTrainedOnTheFirstSeedBeforeAnyIsOnTheSecond() {
    SweepDefinition definition = Sweep.with("");
    List<PlannedRun> runs = Matrix.inOrder(definition, Trials.of(definition));
    assertThat(runs)
        .extracting(
            run ->
                run.specification().seed()
                    + " "
                    + run.specification().variant()
                    + " "
                    + run.specification().dataset())
        .startsWith(
            "0 dense wordnet/noun-supersense",
            "0 dense wordnet/verb-supersense",
            "0 moe wordnet/noun-supersense")
        .endsWith("1 hypermoe wordnet/verb-supersense")
        .hasSize(12)
        .isSortedAccordingTo((one, other) -> one.charAt(0) - other.charAt(0));
  }

  @Test
  void theRunsOfATrialAreItsDatasetsTimesItsSeeds() {
    SweepDefinition definition = Sweep.with("resources: {device: gpu, threads: 2, memory: 1GB}\n");
    TrialPoint point = Trials.of(definition).get(1);
    assertThat(Matrix.runs(definition, point)).hasSize(4).doesNotHaveDuplicates();
    assertThat(Matrix.runs(definition, point).get(0))
        .isEqualTo(
            new RunSpecification(
                "wordnet/noun-supersense",
                null,
                "moe",
                point.settings(),
                0,
                new Resources("gpu", 2, 1_000_000_000L)));
  }

  @Test
  void identityKnowsWhatChangesNumbersAndNothingElse() {
    RunSpecification run = specification("a", "trec", 0, new Resources("cpu", 1, 0));
    String identity = RunIdentity.of(run);
    assertThat(RunIdentity.of(specification(null, "trec", 0, new Resources("cpu", 1, 5))))
        .isEqualTo(identity);
    assertThat(RunIdentity.of(specification("a", "glue/rte", 0, new Resources("cpu", 1, 0))))
        .isNotEqualTo(identity);
    assertThat(RunIdentity.of(specification("a", "trec", 1, new Resources("cpu", 1, 0))))
        .isNotEqualTo(identity);
    assertThat(RunIdentity.of(specification("a", "trec", 0, new Resources("cpu", 2, 0))))
        .isNotEqualTo(identity);
    assertThat(RunIdentity.of(specification("a", "trec", 0, new Resources("gpu", 1, 0))))
        .isNotEqualTo(identity);
  }

  private static RunSpecification specification(
      String hash, String dataset, long seed, Resources resources) {
    TreeMap<String, Object> settings = new TreeMap<>();
    settings.put("steps", 400L);
    return new RunSpecification(dataset, hash, "dense", settings, seed, resources);
  }

  @Test
  void blocksOfEqualSettingsAreTheSameConfiguration() {
    List<TrialPoint> trials =
        Trials.of(
            SweepDefinitions.read(
                """
                name: same
                variants: [moe, {name: eight, extends: moe, experts: 8}, {name: nine, extends: moe, experts: 9}]
                datasets: [trec]
                """));
    assertThat(trials.get(1).configurationHash()).isEqualTo(trials.get(0).configurationHash());
    assertThat(trials.get(2).configurationHash()).isNotEqualTo(trials.get(0).configurationHash());
  }
}
