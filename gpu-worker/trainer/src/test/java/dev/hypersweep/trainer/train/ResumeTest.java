package dev.hypersweep.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.protocol.Signal;
import dev.hypersweep.protocol.TrainerTask;
import dev.hypersweep.trainer.data.Corpora;
import dev.hypersweep.trainer.environment.Environments;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that is stopped at an odd step and goes on ends with the bits of one that was not. */
class ResumeTest {

  private static final int STEPS = 12;
  private static final Environments ENVIRONMENTS = new Environments();

  @TempDir Path folder;

  private final Execution execution = new Execution(new Corpora(null), ENVIRONMENTS);

  @ParameterizedTest
  @CsvSource({
    "dense, optimiser, adamw",
    "hypermoe, optimiser, adamw_hf",
    "hypermoe, optimiser, adafactor",
    "moe, adafactor_rate, relative_warmup",
    "dense, schedule, cosine_restarts",
    "dense, schedule, polynomial",
    "dense, schedule, inverse_sqrt",
  })
  void everyOptimiserAndScheduleGoesOnBitForBit(String variant, String setting, String value) {
    Map<String, Object> settings = tiny();
    settings.put(setting, value);
    if (setting.equals("adafactor_rate")) {
      settings.put("optimiser", "adafactor");
      settings.put("adafactor_scale", "on");
      settings.put("adafactor_beta1", 0.9);
    }
    goesOn(variant, settings, 7);
  }

  @Test
  void partsOfBatchesAndLabelSmoothingGoOnBitForBit() {
    Map<String, Object> settings = tiny();
    settings.put("micro_batch", 3);
    settings.put("routing_every", 4);
    settings.put("label_smoothing", 0.1);
    goesOn("hypermoe", settings, 5);
  }

  @Test
  void earlyStoppingRemembersWhatWasBest() {
    Map<String, Object> settings = tiny();
    settings.put("patience", 2);
    settings.put("patience_delta", 1.0); // nothing improves by more than all there is
    settings.put("evaluation_every", 3);
    Recorded whole = goesOn("dense", settings, 7);
    assertThat(whole.result().steps()).isEqualTo(9);
    assertThat(whole.result().earlyStop().stopped()).isTrue();
    assertThat(whole.result().earlyStop().bestStep()).isEqualTo(3);
    assertThat(whole.result().earlyStop().metric()).isEqualTo("accuracy");
    double first =
        whole.points().stream()
            .filter(point -> point.step() == 3 && point.name().equals("evaluation/accuracy"))
            .findFirst()
            .orElseThrow()
            .value();
    assertThat(whole.result().metrics()).containsEntry("accuracy", first);
    assertThat(whole.checkpoints()).containsKey(3L);
  }

  @ParameterizedTest
  @CsvSource({"hypermoe, 4, 6", "dense, 1, 3", "moe, 6, 6"})
  void aRunThatPausesAtARungGoesOnBitForBit(String variant, long until, long pausesAt) {
    Map<String, Object> settings = tiny();
    settings.put("evaluation_every", 3);
    Recorded whole = new Recorded();
    whole.result(run(variant, settings, null, whole, () -> Signal.CONTINUE).result());

    Recorded parts = new Recorded();
    Execution.Outcome paused = run(variant, settings, null, until, parts);
    assertThat(paused.paused()).isTrue();
    assertThat(paused.step()).isEqualTo(pausesAt);
    assertThat(paused.result()).isNull();
    assertThat(parts.digests()).hasSize((int) pausesAt);
    assertThat(parts.points())
        .anyMatch(one -> one.step() == pausesAt && one.name().equals("evaluation/accuracy"));
    Path there = parts.checkpoints().get(pausesAt);
    assertThat(run(variant, settings, there, until, parts).step())
        .as("told again, as its worker died before it could say so")
        .isEqualTo(pausesAt);
    Execution.Outcome again = run(variant, settings, there, pausesAt + 1, parts);
    assertThat(again.step()).as("the rung after").isEqualTo(pausesAt + 3);
    Execution.Outcome last =
        run(variant, settings, parts.checkpoints().get(pausesAt + 3), (long) STEPS, parts);
    assertThat(last.paused()).as("a rung at the end is the end").isFalse();
    parts.result(last.result());
    assertThat(parts.digests()).isEqualTo(whole.digests());
    assertThat(parts.points()).isEqualTo(whole.points());
    assertThat(parts.result().chain()).isEqualTo(whole.result().chain());
    assertThat(parts.result().metrics()).isEqualTo(whole.result().metrics());
    assertThat(parts.result().seal()).isEqualTo(whole.result().seal());
  }

  private Recorded goesOn(String variant, Map<String, Object> settings, int stoppedAt) {
    Recorded whole = new Recorded();
    whole.result(run(variant, settings, null, whole, () -> Signal.CONTINUE).result());

    Recorded first = new Recorded();
    int[] asked = new int[1];
    Supplier<Signal> stop = () -> asked[0]++ < stoppedAt ? Signal.CONTINUE : Signal.STOP;
    assertThat(run(variant, settings, null, first, stop).step()).isEqualTo(stoppedAt);
    Path checkpoint = first.checkpoints().get((long) stoppedAt);

    Recorded second = new Recorded();
    second.result(run(variant, settings, checkpoint, second, () -> Signal.CONTINUE).result());
    first.digests().addAll(second.digests());
    first.points().addAll(second.points());
    first.arrays().addAll(second.arrays());
    assertThat(first.digests()).isEqualTo(whole.digests());
    assertThat(first.points()).isEqualTo(whole.points());
    assertThat(first.arrays()).isEqualTo(whole.arrays());
    assertThat(second.result().chain()).isEqualTo(whole.result().chain());
    assertThat(second.result().metrics()).isEqualTo(whole.result().metrics());
    assertThat(second.result().earlyStop()).isEqualTo(whole.result().earlyStop());
    return whole;
  }

  private Execution.Outcome run(
      String variant,
      Map<String, Object> settings,
      Path resumeFrom,
      Recorded recorded,
      Supplier<Signal> signal) {
    return run(variant, settings, resumeFrom, null, recorded, signal);
  }

  private Execution.Outcome run(
      String variant,
      Map<String, Object> settings,
      Path resumeFrom,
      Long until,
      Recorded recorded) {
    return run(variant, settings, resumeFrom, until, recorded, () -> Signal.CONTINUE);
  }

  private Execution.Outcome run(
      String variant,
      Map<String, Object> settings,
      Path resumeFrom,
      Long until,
      Recorded recorded,
      Supplier<Signal> signal) {
    RunSpecification specification =
        new RunSpecification(
            "wordnet/verb-supersense",
            null,
            variant,
            new TreeMap<>(settings),
            5,
            new Resources("cpu", 1, 0));
    String resume = resumeFrom == null ? null : resumeFrom.toString();
    return execution.run(
        new TrainerTask(specification, folder.toString(), resume, until), recorded, signal);
  }

  private static Map<String, Object> tiny() {
    return new TreeMap<>(
        Map.of(
            "hidden", 16,
            "heads", 2,
            "ffn", 24,
            "steps", STEPS,
            "batch", 8,
            "dropout", 0.1,
            "evaluation_every", 6));
  }
}
