package dev.hypersweep.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.RunResult;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.protocol.Signal;
import dev.hypersweep.protocol.TrainerTask;
import dev.hypersweep.trainer.data.Corpora;
import dev.hypersweep.trainer.data.HandMade;
import dev.hypersweep.trainer.environment.Environments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A person's own dataset of every kind of task in every format: read alike, and trained on. */
class KindsAndFormatsTest {

  private static final Environments ENVIRONMENTS = new Environments();

  @TempDir Path data;
  @TempDir Path folder;

  static Stream<Arguments> all() {
    return Arrays.stream(HandMade.values())
        .flatMap(
            kind ->
                HandMade.FORMATS.stream()
                    .flatMap(
                        format ->
                            kind.backbones().stream()
                                // Of one format each network is enough: the rows are the same.
                                .filter(word -> format.equals("jsonl") || kind.first(word))
                                .map(word -> Arguments.of(kind, format, word))));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("all")
  void isReadAlikeAndTrainedOn(HandMade kind, String format, String backbone) throws IOException {
    kind.write(data, "own/one", format);
    kind.write(data, "own/two", "jsonl");
    Corpora corpora = new Corpora(data);
    assertThat(corpora.read("own/one").info().contentHash())
        .isEqualTo(corpora.read("own/two").info().contentHash());
    Recorded recorded = run(corpora, backbone);
    RunResult result = recorded.result();
    assertThat(recorded.points())
        .extracting("name")
        .contains("data/train/cut_examples", "data/train/cut_tokens", "data/evaluation/tokens");
    assertThat(recorded.points())
        .filteredOn(point -> point.name().equals("data/train/cut_tokens"))
        .allMatch(point -> point.value() > 0 == kind.isCut(backbone));
    assertThat(result.metrics()).containsKeys(kind.metrics()).containsKey("loss");
    assertThat(result.metrics().values()).allMatch(Double::isFinite);
  }

  private Recorded run(Corpora corpora, String backbone) {
    Map<String, Object> settings =
        new TreeMap<>(Map.of("hidden", 16, "heads", 2, "ffn", 24, "steps", 3, "batch", 4));
    settings.put("backbone", backbone);
    settings.put("sequence_length", 32);
    if (!backbone.equals("scratch") && !backbone.equals("bert")) {
      settings.put("tokenizer", "bytes");
      settings.put("target_length", 8);
    } else {
      settings.put("stride", 8);
    }
    RunSpecification specification =
        new RunSpecification(
            "own/one", null, "dense", new TreeMap<>(settings), 1, new Resources("cpu", 1, 0));
    TrainerTask task = new TrainerTask(specification, folder.toString(), null);
    Recorded recorded = new Recorded();
    recorded.result(
        new Execution(corpora, ENVIRONMENTS).run(task, recorded, () -> Signal.CONTINUE).result());
    return recorded;
  }
}
