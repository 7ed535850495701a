package dev.hypersweep.trainer.train.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.protocol.Signal;
import dev.hypersweep.protocol.TrainerTask;
import dev.hypersweep.trainer.data.Corpora;
import dev.hypersweep.trainer.environment.Environments;
import dev.hypersweep.trainer.train.Execution;
import dev.hypersweep.trainer.train.InvalidSetting;
import dev.hypersweep.trainer.train.Recorded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole runs of decoders and encoder-decoders on datasets of a person's own. */
class WritingRunsTest {

  private static final Environments ENVIRONMENTS = new Environments();

  @TempDir static Path data;
  @TempDir Path folder;

  @BeforeAll
  static void write() throws IOException {
    OwnDatasets.letters(data);
    OwnDatasets.echo(data);
    OwnDatasets.lines(data);
  }

  @ParameterizedTest
  @CsvSource({
    "own/lines, gpt2, hypermoe, noisy",
    "own/lines, deepseek, moe-adapters, softmax",
    "own/echo, t5, hypermoe, noisy",
    "own/echo, switch, moe-share, switch",
    "own/letters, gpt2, dense, ",
  })
  void aRunThatWasStoppedGoesOnBitForBit(
      String dataset, String backbone, String variant, String gate) {
    Map<String, Object> settings = tiny(backbone, gate);
    settings.put("dropout", 0.1);
    Recorded whole = new Recorded();
    whole.result(run(dataset, variant, settings, null, whole, () -> Signal.CONTINUE).result());
    Recorded first = new Recorded();
    int[] asked = new int[1];
    Supplier<Signal> stop = () -> asked[0]++ < 5 ? Signal.CONTINUE : Signal.STOP;
    assertThat(run(dataset, variant, settings, null, first, stop).step()).isEqualTo(5);
    Recorded second = new Recorded();
    Path checkpoint = first.checkpoints().get(5L);
    second.result(
        run(dataset, variant, settings, checkpoint, second, () -> Signal.CONTINUE).result());
    first.digests().addAll(second.digests());
    assertThat(first.digests()).hasSize(8).isEqualTo(whole.digests());
    assertThat(second.result().chain()).isEqualTo(whole.result().chain());
    assertThat(second.result().metrics()).isEqualTo(whole.result().metrics());
  }

  @ParameterizedTest
  @CsvSource({"switch, moe, switch", "gpt2, dense, "})
  void aClosedSetOfAnswersIsLearnt(String backbone, String variant, String gate) {
    Map<String, Object> settings = tiny(backbone, gate);
    settings.put("steps", 40);
    settings.put("evaluation_every", 40);
    Recorded recorded = new Recorded();
    var result =
        run("own/letters", variant, settings, null, recorded, () -> Signal.CONTINUE).result();
    assertThat(result.metrics()).containsKeys("accuracy", "f1", "loss");
    assertThat(result.metrics().get("accuracy")).isGreaterThan(0.8);
  }

  @ParameterizedTest
  @CsvSource({"gpt2, dense, , 1", "t5, moe, noisy, 3"})
  void wordsAreWritten(String backbone, String variant, String gate, int beams) {
    Map<String, Object> settings = tiny(backbone, gate);
    settings.put("steps", 60);
    settings.put("beams", beams);
    settings.put("evaluation_every", 60);
    Recorded recorded = new Recorded();
    var result = run("own/echo", variant, settings, null, recorded, () -> Signal.CONTINUE).result();
    assertThat(result.metrics()).containsKeys("rouge1", "bleu", "chrf", "loss");
    assertThat(result.metrics().get("rouge1")).isGreaterThan(0.7);
    assertThat(result.manifest().comparability().preprocessing())
        .startsWith("bytes-1+text-to-text-1")
        .contains("tok:13a")
        .contains(beams == 1 ? "bytes" : "beams-3");
  }

  @Test
  void aPartOfTheEvaluationSplitHasANameThatSaysSo() {
    Map<String, Object> settings = tiny("t5", null);
    settings.put("evaluation_examples", 5);
    Recorded recorded = new Recorded();
    var manifest =
        run("own/echo", "dense", settings, null, recorded, () -> Signal.CONTINUE)
            .result()
            .manifest();
    assertThat(manifest.comparability().split()).isEqualTo("train/dev[5 of 12]");
    assertThat(manifest.dataset().evaluationExamples()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "own/lines, t5, 'backbone: t5 cannot learn own/lines, a dataset for language-model'",
    "own/lines, bert, 'take one of gpt2, deepseek'",
    "own/echo, scratch, 'take one of gpt2, t5, switch, deepseek'"
  })
  void whatABackboneCannotLearnIsRefused(String dataset, String backbone, String reason) {
    assertThatThrownBy(
            () ->
                run(
                    dataset,
                    "dense",
                    tiny(backbone, null),
                    null,
                    new Recorded(),
                    () -> Signal.CONTINUE))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "switch, dense, , 'write backbone: t5'",
    "switch, moe, noisy, 'write gate: switch'",
    "deepseek, moe, noisy, 'write gate: softmax'",
  })
  void whatABackboneCannotBeIsRefused(String backbone, String variant, String gate, String fix) {
    assertThatThrownBy(
            () ->
                run(
                    "own/echo",
                    variant,
                    tiny(backbone, gate),
                    null,
                    new Recorded(),
                    () -> Signal.CONTINUE))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining(fix);
  }

  private Execution.Outcome run(
      String dataset,
      String variant,
      Map<String, Object> settings,
      Path resumeFrom,
      Recorded recorded,
      Supplier<Signal> signal) {
    RunSpecification specification =
        new RunSpecification(
            dataset, null, variant, new TreeMap<>(settings), 5, new Resources("cpu", 1, 0));
    String resume = resumeFrom == null ? null : resumeFrom.toString();
    return new Execution(new Corpora(data), ENVIRONMENTS)
        .run(new TrainerTask(specification, folder.toString(), resume), recorded, signal);
  }

  private static Map<String, Object> tiny(String backbone, String gate) {
    Map<String, Object> settings =
        new TreeMap<>(
            Map.of(
                "backbone", backbone,
                "hidden", 16,
                "heads", 2,
                "ffn", 24,
                "steps", 8,
                "batch", 8,
                "learning_rate", 0.02,
                "sequence_length", 24,
                "target_length", 8,
                "evaluation_every", 4));
    if (!backbone.equals("bert") && !backbone.equals("scratch")) {
      settings.put("tokenizer", "bytes");
    }
    if (gate != null && !gate.isBlank()) {
      settings.put("gate", gate);
    }
    return settings;
  }
}
