package dev.hypersweep.trainer.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.RunResult;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.protocol.TrainerEvent;
import dev.hypersweep.protocol.TrainerTask;
import dev.hypersweep.protocol.WorkerDescription;
import dev.hypersweep.trainer.SmallDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The trainer as the agent sees it: a process, its pipes and its exit status. */
@Timeout(120)
class TrainerProcessTest {

  @TempDir Path folder;

  @Test
  void describeIsOneLineWithTheBuiltInDatasets() throws Exception {
    try (TrainerProcess trainer = TrainerProcess.start("describe", "--threads", "2")) {
      WorkerDescription description =
          Json.MAPPER.readValue(trainer.line(), WorkerDescription.class);
      assertThat(trainer.line()).isNull();
      assertThat(trainer.status()).isZero();
      assertThat(description.datasets())
          .extracting("name")
          .contains("wordnet/noun-supersense", "wordnet/verb-supersense");
      assertThat(description.environment().threads()).isEqualTo(2);
      assertThat(description.environment().trainerDigest()).hasSize(64);
      assertThat(description.environment().flags()).containsEntry("MKL_DYNAMIC", "FALSE");
      assertThat(description.resources().memoryBytes()).isPositive();
    }
  }

  @Test
  void pruneEndsWithTheNumbersOfTheLastEvaluation() throws Exception {
    try (TrainerProcess trainer = work(task(100_000, "cpu", Map.of("evaluation_every", 5)))) {
      trainer.event(TrainerEvent.Progress.class);
      trainer.send("PRUNE");
      RunResult result = trainer.event(TrainerEvent.Finished.class).result();
      assertThat(result.pruned()).isTrue();
      assertThat(result.metrics()).containsKeys("accuracy", "loss");
      assertThat(trainer.status()).isZero();
    }
  }

  @Test
  void stopLeavesACheckpointAndReportsPreempted() throws Exception {
    try (TrainerProcess trainer = work(task(100_000, "cpu", Map.of()))) {
      trainer.event(TrainerEvent.Progress.class);
      trainer.send("STOP");
      TrainerEvent.Checkpoint checkpoint = trainer.event(TrainerEvent.Checkpoint.class);
      TrainerEvent.Failed failed = trainer.event(TrainerEvent.Failed.class);
      assertThat(failed.failureClass()).isEqualTo(FailureClass.PREEMPTED);
      assertThat(failed.step()).isEqualTo(checkpoint.step());
      assertThat(Path.of(checkpoint.path())).exists();
      assertThat(trainer.status()).isEqualTo(1);
    }
  }

  @Test
  void aRungIsACheckpointAndAPauseAndNoFailure() throws Exception {
    TrainerTask whole = task(100_000, "cpu", Map.of("evaluation_every", 2));
    TrainerTask rung = new TrainerTask(whole.specification(), whole.checkpointFolder(), null, 3L);
    try (TrainerProcess trainer = work(rung)) {
      TrainerEvent.Checkpoint checkpoint = trainer.event(TrainerEvent.Checkpoint.class);
      assertThat(checkpoint.step()).isEqualTo(4);
      assertThat(Path.of(checkpoint.path())).exists();
      assertThat(trainer.event(TrainerEvent.Paused.class).step()).isEqualTo(4);
      assertThat(trainer.status()).isZero();
    }
  }

  @Test
  void aFullDiskAtACheckpointIsWorthAnotherTryAndNamesFolderAndFix() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder, "64k");
        TrainerProcess trainer = work(task(100_000, "cpu", Map.of()))) {
      trainer.event(TrainerEvent.Progress.class);
      trainer.send("STOP");
      TrainerEvent.Failed failed = trainer.event(TrainerEvent.Failed.class);
      assertThat(failed.failureClass()).isEqualTo(FailureClass.NODE_LOST);
      assertThat(failed.message())
          .contains(folder.toString(), "No space left on device", "HYPERSWEEP_HOME");
    }
  }

  @Test
  void cancelEndsWithoutAResult() throws Exception {
    try (TrainerProcess trainer = work(task(100_000, "cpu", Map.of()))) {
      trainer.event(TrainerEvent.Progress.class);
      trainer.send("CANCEL");
      assertThat(trainer.status()).isZero();
    }
  }

  @Test
  void theTrainerDoesNotOutliveItsAgent() throws Exception {
    try (TrainerProcess trainer = work(task(100_000, "cpu", Map.of()))) {
      trainer.event(TrainerEvent.Progress.class);
      trainer.closeInput();
      assertThat(trainer.status()).isEqualTo(Signals.AGENT_IS_GONE);
    }
  }

  @Test
  void aGpuThatIsNotThereIsALoudFailure() throws Exception {
    try (TrainerProcess trainer = work(task(10, "gpu", Map.of()))) {
      TrainerEvent.Failed failed = trainer.event(TrainerEvent.Failed.class);
      assertThat(failed.message()).contains("GPU was asked for").contains("nvidia-smi");
      assertThat(trainer.status()).isEqualTo(1);
    }
  }

  @Test
  void aSettingThatContradictsAnotherIsNamed() throws Exception {
    try (TrainerProcess trainer = work(task(10, "cpu", Map.of("heads", 3)))) {
      TrainerEvent.Failed failed = trainer.event(TrainerEvent.Failed.class);
      assertThat(failed.failureClass()).isEqualTo(FailureClass.CODE);
      assertThat(failed.message()).contains("settings.heads: 3 does not divide hidden 16");
    }
  }

  @Test
  void trainNeedsNoMoreThanDatasetAndVariant() throws Exception {
    try (TrainerProcess trainer = TrainerProcess.start("train", "-", "--json")) {
      trainer.send(
          "{\"dataset\":\"wordnet/verb-supersense\",\"variant\":\"moe\",\"settings\":{\"steps\":3}}");
      trainer.closeInput();
      RunResult result = Json.MAPPER.readValue(trainer.line(), RunResult.class);
      assertThat(result.steps()).isEqualTo(3);
      assertThat(result.manifest().specification().settings()).containsEntry("experts", 8);
      assertThat(result.manifest().seal()).isEqualTo(result.seal());
    }
  }

  @Test
  void theSettingsOfAVariantAreListedWithStandardRangeAndMeaning() throws Exception {
    try (TrainerProcess trainer = TrainerProcess.start("train", "--settings", "dense")) {
      Map<String, String> lines = new TreeMap<>();
      for (String line = trainer.line(); line != null; line = trainer.line()) {
        lines.put(line.substring(0, line.indexOf(' ')), line);
      }
      assertThat(lines.get("heads")).contains("4 ", "1 to 128", "must divide hidden");
      assertThat(lines).containsKey("steps").doesNotContainKey("experts");
      assertThat(trainer.status()).isZero();
    }
  }

  @Test
  void trainDrawsSimilaritiesWhereThereAreAny() throws Exception {
    Path plot = folder.resolve("similarity.svg");
    try (TrainerProcess trainer = TrainerProcess.start("train", "-", "--plot", plot.toString())) {
      trainer.send(
          "{\"dataset\":\"wordnet/verb-supersense\",\"variant\":\"hypermoe\","
              + "\"settings\":{\"steps\":2,\"similarity_every\":1}}");
      trainer.closeInput();
      assertThat(trainer.status()).isZero();
      assertThat(plot).content().startsWith("<svg ").contains("hypermoe on wordnet");
    }
    try (TrainerProcess trainer = TrainerProcess.start("train", "-", "--plot", plot.toString())) {
      trainer.send("{\"dataset\":\"wordnet/verb-supersense\",\"variant\":\"moe\"}");
      trainer.closeInput();
      assertThat(trainer.status()).isEqualTo(1);
    }
  }

  @Test
  void wrongUsageHasStatusTwo() throws Exception {
    for (List<String> arguments : List.of(List.<String>of(), List.of("train"), List.of("run"))) {
      try (TrainerProcess trainer = TrainerProcess.start(arguments.toArray(String[]::new))) {
        assertThat(trainer.status()).isEqualTo(2);
      }
    }
  }

  private TrainerProcess work(TrainerTask task) throws IOException {
    TrainerProcess trainer = TrainerProcess.start("work");
    trainer.send(Json.MAPPER.writeValueAsString(task));
    return trainer;
  }

  private TrainerTask task(int steps, String device, Map<String, Object> more) {
    TreeMap<String, Object> settings = new TreeMap<>(Map.of("hidden", 16, "ffn", 16, "batch", 4));
    settings.put("steps", steps);
    settings.putAll(more);
    RunSpecification specification =
        new RunSpecification(
            "wordnet/verb-supersense", null, "hypermoe", settings, 0, new Resources(device, 1, 0));
    return new TrainerTask(specification, folder.toString(), null);
  }
}
