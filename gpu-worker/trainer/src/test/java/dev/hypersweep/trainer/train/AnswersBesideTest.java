package dev.hypersweep.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.catalogue.benchmark.Diagnostics;
import dev.hypersweep.catalogue.submission.Form;
import dev.hypersweep.catalogue.submission.LabelSpelling;
import dev.hypersweep.catalogue.submission.SubmissionChecker;
import dev.hypersweep.catalogue.submission.SubmissionFile;
import dev.hypersweep.catalogue.submission.SubmissionFormat;
import dev.hypersweep.catalogue.submission.SubmissionWriter;
import dev.hypersweep.catalogue.submission.TestAnswer;
import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.protocol.Signal;
import dev.hypersweep.protocol.TrainerTask;
import dev.hypersweep.trainer.data.Corpora;
import dev.hypersweep.trainer.data.DatasetAbsent;
import dev.hypersweep.trainer.data.SharedData;
import dev.hypersweep.trainer.environment.Environments;
import dev.hypersweep.trainer.predict.PredictionRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What models answer beside the splits they are scored on: submissions, and diagnostics. */
class AnswersBesideTest {

  private static final Environments ENVIRONMENTS = new Environments();

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} {1} by {2}")
  @CsvSource({
    "glue, CoLA, scratch",
    "glue, STS-B, scratch",
    "superglue, COPA, t5",
    "superglue, MultiRC, scratch",
    "superglue, AX-g, scratch",
    "superglue, WSC, gpt2",
  })
  void theTestSplitOfARealRunIsTheOfficialFile(String benchmark, String task, String backbone)
      throws IOException {
    SubmissionFile file = SubmissionFormat.of(benchmark).orElseThrow().file(task);
    String model = Diagnostics.modelOf(file.dataset()).orElse(file.dataset());
    String split =
        model.equals(file.dataset())
            ? file.split()
            : Diagnostics.split(file.dataset(), file.split());
    Recorded run = run(SharedData.folder(), model, backbone, Map.of("predict_test", "on"));
    Dataset dataset = Datasets.named(model).orElseThrow();
    List<TestAnswer> answers =
        PredictionRows.of(run.artifacts().get("predictions")).stream()
            .filter(row -> row.get("split").equals(split))
            .map(row -> answer(dataset, row, file.form() == Form.JSON_NUMBER))
            .toList();
    assertThat(answers).hasSize(file.examples());
    String text = SubmissionWriter.text(file, answers);
    assertThat(SubmissionChecker.check(file, text)).isEmpty();
    assertThat(text.lines().findFirst().orElseThrow())
        .startsWith(benchmark.equals("glue") ? "index\tprediction" : "{\"idx\": ");
  }

  private static TestAnswer answer(Dataset dataset, Map<String, Object> row, boolean numbered) {
    String output = LabelSpelling.of(dataset, text(row, "input"), text(row, "output"), numbered);
    return new TestAnswer(text(row, "id"), output);
  }

  private static String text(Map<String, Object> row, String name) {
    return row.get(name).toString();
  }

  @ParameterizedTest(name = "{0} by {1}")
  @CsvSource({
    "superglue/rte, t5, superglue/ax-b/matthews superglue/ax-g/accuracy",
    "squad, scratch, xquad/en/squad_f1 xquad/ro/exact_match",
  })
  void diagnosticsAreScoredByTheModelThatTheirMakersName(
      String dataset, String backbone, String metrics) throws IOException {
    Map<String, Object> settings = new TreeMap<>(Map.of("diagnostics", "on"));
    settings.putAll(
        backbone.equals("t5")
            ? Map.of("evaluation_examples", 20)
            : Map.of("sequence_length", 64, "stride", 16));
    Recorded run = run(SharedData.folder(), dataset, backbone, settings);
    for (String metric : metrics.split(" ")) {
      assertThat(run.result().metrics()).containsKey(metric).containsKey(metric + "/low");
      String diagnostic = metric.substring(0, metric.lastIndexOf('/'));
      assertThat(PredictionRows.of(run.artifacts().get("predictions")))
          .anyMatch(row -> text(row, "split").startsWith(diagnostic + "/"));
      assertThat(run.points())
          .anyMatch(point -> point.name().equals("data/evaluation/" + diagnostic + "/tokens"));
    }
  }

  @Test
  void aDiagnosticThatIsNotThereIsNoSilence() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Path rte = Files.createDirectories(data.resolve("superglue/RTE"));
    for (String split : List.of("train", "val")) {
      Files.copy(
          SharedData.folder().resolve("superglue/RTE").resolve(split + ".jsonl"),
          rte.resolve(split + ".jsonl"));
    }
    assertThatThrownBy(() -> run(data, "superglue/rte", "scratch", Map.of("diagnostics", "on")))
        .isInstanceOf(DatasetAbsent.class)
        .hasMessageContaining("superglue/ax-b: ")
        .hasMessageContaining("data fetch superglue/ax-b, or write diagnostics: off");
  }

  @Test
  void classesOfADiagnosticAreThoseOfItsModel() {
    for (Dataset model : Datasets.all()) {
      for (String name : Diagnostics.answeredBy(model.name())) {
        Dataset diagnostic = Datasets.named(name).orElseThrow();
        assertThat(diagnostic.labels()).isEqualTo(model.labels());
        assertThat(diagnostic.labelNames()).isEqualTo(model.labelNames());
      }
    }
  }

  private Recorded run(Path data, String dataset, String backbone, Map<String, Object> more) {
    Map<String, Object> settings =
        new TreeMap<>(
            Map.of("hidden", 8, "heads", 1, "ffn", 8, "layers", 1, "steps", 1, "batch", 4));
    settings.put("backbone", backbone);
    settings.put("sequence_length", 16);
    if (!backbone.equals("scratch")) {
      settings.put("tokenizer", "bytes");
      settings.put("target_length", 16);
      settings.put("evaluation_examples", 20);
    }
    settings.putAll(more);
    RunSpecification specification =
        new RunSpecification(
            dataset, null, "dense", new TreeMap<>(settings), 1, new Resources("cpu", 1, 0));
    Recorded recorded = new Recorded();
    TrainerTask task = new TrainerTask(specification, folder.toString(), null);
    Execution execution = new Execution(new Corpora(data), ENVIRONMENTS);
    recorded.result(execution.run(task, recorded, () -> Signal.CONTINUE).result());
    return recorded;
  }
}
