package dev.hypersweep.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.protocol.Signal;
import dev.hypersweep.protocol.TrainerTask;
import dev.hypersweep.trainer.data.Corpora;
import dev.hypersweep.trainer.data.Corpus;
import dev.hypersweep.trainer.environment.Environments;
import dev.hypersweep.trainer.model.Head;
import dev.hypersweep.trainer.model.Options;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.pretrained.PinnedFolder;
import dev.hypersweep.trainer.pretrained.PretrainedUnusable;
import dev.hypersweep.trainer.pretrained.TinyBertFolder;
import dev.hypersweep.trainer.task.Form;
import dev.hypersweep.trainer.task.TokenTable;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BertBackboneTest {

  private static final Corpus CORPUS = new Corpora(null).read("wordnet/verb-supersense");
  private static final Environments ENVIRONMENTS = new Environments();

  @TempDir static Path models;
  private static Path folder;
  private static String pinned;

  @TempDir Path checkpoints;

  @BeforeAll
  static void write() throws IOException {
    folder = models.resolve("tiny");
    TinyBertFolder.write(folder, 7);
    pinned = PinnedFolder.pinned(folder.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"moe", "moe-share", "moe-adapters", "hypermoe"})
  void anUpcycledModelBeginsAsTheDenseOne(String variant) {
    float[] dense = logits("dense", Map.of());
    for (int k = 1; k <= 2; k++) {
      assertThat(logits(variant, Map.of("experts", 4, "top_k", k)))
          .containsExactly(dense, within(1e-3f));
    }
    assertThat(dense).doesNotContain(0f);
  }

  @Test
  void theSameSpecificationGivesTheSameBitsAndNamesTheModelItWasMadeWith() {
    Recorded first = run("hypermoe", Map.of());
    Recorded second = run("hypermoe", Map.of());
    assertThat(second.digests()).hasSize(3).isEqualTo(first.digests());
    assertThat(second.result().seal()).isEqualTo(first.result().seal());
    assertThat(first.result().manifest().specification().settings())
        .containsEntry("pretrained", pinned);
    assertThat(first.result().manifest().comparability().preprocessing())
        .isEqualTo("tokenizer-json-1");
  }

  @Test
  void anotherFileUnderTheSameNameIsRefused(@TempDir Path other) throws IOException {
    Path swapped = other.resolve("tiny");
    TinyBertFolder.write(swapped, 8);
    String hash = pinned.substring(pinned.indexOf('@'));
    assertThatThrownBy(() -> run("dense", Map.of("pretrained", swapped + hash)))
        .isInstanceOf(PretrainedUnusable.class)
        .hasMessageContaining("the run asks for " + hash.substring(1));
  }

  @Test
  void aModelWithoutItsTokenizerIsRefused(@TempDir Path other) throws IOException {
    Path bare = other.resolve("tiny");
    TinyBertFolder.write(bare, 7);
    Files.delete(bare.resolve("tokenizer.json"));
    String name = PinnedFolder.pinned(bare.toString());
    assertThatThrownBy(() -> run("dense", Map.of("pretrained", name)))
        .isInstanceOf(PretrainedUnusable.class)
        .hasMessageContaining("tokenizer.json");
  }

  @ParameterizedTest
  @CsvSource({
    "hidden, 32, the model has 8",
    "layers, 3, the model has 2",
    "vocabulary, 500, the checkpoint's tokenizer",
    "sequence_length, 41, 40 positions",
    "sparse_every, 3, 2 layers",
    "expert_ffn, 16, the model has 12",
    "shared_experts, 1, the model has 0"
  })
  void settingsThatTheCheckpointDecidesAreRefusedByName(String name, int value, String reason) {
    assertThatThrownBy(() -> run("moe", Map.of(name, value)))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("settings." + name + ": " + value)
        .hasMessageContaining(reason);
  }

  @Test
  void aPretrainedModelWithoutItsBackboneIsRefused() {
    assertThatThrownBy(() -> run("dense", Map.of("backbone", "scratch")))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("write the backbone that it is");
  }

  @Test
  void aBertAlsoBeginsAtRandom() {
    Recorded run =
        run("dense", Map.of("pretrained", "none", "hidden", 8, "heads", 2, "ffn", 12, "layers", 1));
    assertThat(run.digests()).hasSize(3);
  }

  /** Of the first eight evaluation examples, before training. */
  private float[] logits(String variant, Map<String, Object> more) {
    RunSpecification specification = specification(variant, more);
    SettingValues settings = SettingValues.of(variant, specification.settings());
    try (Session session = Session.open("cpu", 1)) {
      Backbone backbone =
          Backbone.of(session, specification, settings, CORPUS, Head.ofText(15), Form.cut(16));
      TokenTable table = backbone.tables().evaluations().get(0).table();
      List<Options.Plain> texts =
          table.rows(row -> new Options.Plain(table.tokens(row), table.segments(row)));
      try (Pass pass = Pass.evaluation(session, backbone.weights())) {
        return backbone.encoder().outputs(pass, texts.subList(0, 8)).outputs().toFloatArray();
      }
    }
  }

  private Recorded run(String variant, Map<String, Object> more) {
    Recorded recorded = new Recorded();
    TrainerTask task = new TrainerTask(specification(variant, more), checkpoints.toString(), null);
    Execution execution = new Execution(new Corpora(null), ENVIRONMENTS);
    recorded.result(execution.run(task, recorded, () -> Signal.CONTINUE).result());
    return recorded;
  }

  private static RunSpecification specification(String variant, Map<String, Object> more) {
    Map<String, Object> settings =
        new TreeMap<>(
            Map.of(
                "backbone",
                "bert",
                "pretrained",
                pinned,
                "steps",
                3,
                "batch",
                4,
                "evaluation_every",
                3,
                "sequence_length",
                16));
    settings.putAll(more);
    return new RunSpecification(
        "wordnet/verb-supersense",
        null,
        variant,
        new TreeMap<>(settings),
        0,
        new Resources("cpu", 1, 0));
  }
}
