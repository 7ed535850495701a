package dev.hypersweep.orchestrator.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.catalogue.submission.Form;
import dev.hypersweep.catalogue.submission.SubmissionArchive;
import dev.hypersweep.catalogue.submission.SubmissionFile;
import dev.hypersweep.catalogue.submission.SubmissionFormat;
import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.StoredRuns;
import dev.hypersweep.orchestrator.StoredRuns.Circumstances;
import dev.hypersweep.orchestrator.artifact.ArtifactStore;
import dev.hypersweep.orchestrator.prediction.PredictionRow;
import dev.hypersweep.orchestrator.prediction.WrittenPredictions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SubmissionTest extends RunningOrchestrator {

  @Inject ArtifactStore store;
  private StoredRuns stored;
  private long sweep;
  private long trial;

  @BeforeEach
  void aSweep() {
    stored = new StoredRuns(sql);
    sweep = stored.sweep();
    trial = stored.trial(sweep, 0, "moe", 3e-3);
  }

  @ParameterizedTest
  @CsvSource({"superglue, glue", "glue, superglue"})
  void aWholeArchiveIsWhatItsSiteTakes(String benchmark, String other) throws IOException {
    SubmissionFormat format = SubmissionFormat.of(benchmark).orElseThrow();
    Map<String, List<PredictionRow>> byDataset = new TreeMap<>();
    for (SubmissionFile file : format.files()) {
      Answering answering = Answering.of(file);
      byDataset
          .computeIfAbsent(answering.dataset(), name -> new ArrayList<>())
          .addAll(answers(file, answering.split()));
    }
    for (Map.Entry<String, List<PredictionRow>> one : byDataset.entrySet()) {
      predicted(one.getKey(), 0, 0.5, one.getValue());
    }
    String path = "/api/v1/submissions/" + benchmark + "/sweeps/" + sweep;
    client().get(path).then().body("tasks.missing.findAll { it != null }", hasSize(0));
    byte[] zip = client().get(path + "/archive").then().statusCode(200).extract().asByteArray();
    assertThat(SubmissionArchive.check(format, zip)).isEmpty();
    client()
        .contentType("application/zip")
        .body(zip)
        .post("/api/v1/submissions/" + benchmark + "/check")
        .then()
        .statusCode(200)
        .body("valid", equalTo(true));
    client()
        .contentType("application/zip")
        .body(new byte[5 << 20])
        .post("/api/v1/submissions/" + benchmark + "/check")
        .then()
        .statusCode(200)
        .body("faults[0].what", containsString("no zip archive"));
    client()
        .contentType("application/zip")
        .body(zip)
        .post("/api/v1/submissions/" + other + "/check")
        .then()
        .body("valid", equalTo(false));
  }

  @Test
  void eachMissingTaskSaysWhy() throws IOException {
    stored.computed(trial, "glue/cola", 0, 0.4, Circumstances.USUAL);
    stored.run(trial, "glue/sst-2", 0, "FAILED");
    predicted("glue/rte", 0, 0.6, List.of(row("dev", "0", "entailment")));
    predicted("glue/wnli", 0, 0.6, List.of(row("test[3 of 146]", "0", "entailment")));
    predicted(
        "glue/qnli", 0, 0.6, List.of(row("test", "0", "entailment"), row("test", "1", "maybe")));
    Map<String, String> missing = new TreeMap<>();
    List<Map<String, Object>> tasks =
        client().get("/api/v1/submissions/glue/sweeps/" + sweep).path("tasks");
    tasks.forEach(task -> missing.put((String) task.get("task"), (String) task.get("missing")));
    assertThat(missing.get("CoLA")).contains("has a result but no predictions");
    assertThat(missing.get("SST-2")).contains("none of the 1 runs");
    assertThat(missing.get("MRPC")).contains("has no run on glue/mrpc");
    assertThat(missing.get("RTE")).contains("predicted dev and not test; set predict_test: on");
    assertThat(missing.get("WNLI")).contains("only a part of the test split");
    assertThat(missing.get("QNLI")).contains("'maybe'");
    assertThat(missing.get("AX")).contains("no run on glue/mnli");
    client()
        .get("/api/v1/submissions/glue/sweeps/" + sweep + "/archive")
        .then()
        .statusCode(422)
        .body("detail", containsString("11 of 11 tasks"))
        .body("errors[0].field", equalTo("CoLA"));
  }

  @Test
  void theBestTrialsBestSeedAnswers() throws IOException {
    long better = stored.trial(sweep, 1, "hypermoe", 3e-3);
    predicted("glue/rte", 0, 0.9, List.of(row("test", "0", "entailment")));
    predicted("glue/rte", 1, 0.1, List.of(row("test", "0", "entailment")));
    stored.computed(better, "glue/rte", 0, 0.55, Circumstances.USUAL);
    long expected = stored.computed(better, "glue/rte", 1, 0.6, Circumstances.USUAL);
    String path = "/api/v1/submissions/glue/sweeps/" + sweep;
    String rte = "tasks.find { it.task == 'RTE' }.run";
    client().get(path).then().body(rte, equalTo((int) expected));
    int moe = client().get(path + "?variant=moe").path(rte);
    assertThat((long) moe).isNotEqualTo(expected);
    client().get(path + "?variant=none").then().statusCode(400);
  }

  private static List<PredictionRow> answers(SubmissionFile file, String split) {
    List<PredictionRow> rows = new ArrayList<>();
    for (int i = 0; i < file.examples(); i++) {
      String id = file.form() == Form.JSON_PASSAGES ? "0/0/" + i : "" + i;
      String output = output(file);
      PredictionRow row = row(split, id, output);
      rows.add(
          file.task().equals("COPA")
              ? new PredictionRow(
                  0, split, id, null, "context\nother\ninput", output, List.of(), row.scores())
              : row);
    }
    return rows;
  }

  private static String output(SubmissionFile file) {
    Dataset dataset = Datasets.named(Answering.of(file).dataset()).orElseThrow();
    return switch (dataset.kind()) {
      case CLASSIFICATION -> dataset.labelNames().get(0);
      case REGRESSION -> "2.34567";
      default -> file.task().equals("COPA") ? "input" : "an entity";
    };
  }

  private static PredictionRow row(String split, String id, String output) {
    return WrittenPredictions.row(split, id, null, output, "correct", null);
  }

  private void predicted(String dataset, long seed, double value, List<PredictionRow> rows)
      throws IOException {
    long run =
        stored.computed(
            trial,
            dataset,
            seed,
            Datasets.named(dataset).orElseThrow().scored().stream()
                .collect(Collectors.toMap(Metric::metricName, metric -> value)),
            Circumstances.USUAL);
    byte[] file = WrittenPredictions.bytes(rows);
    try (ArtifactStore.Incoming incoming =
        store.receive(new ByteArrayInputStream(file), file.length)) {
      incoming.keep();
      sql.update(
          """
          insert into artifact (attempt_id, name, kind, made_step, sha256, bytes)
          select id, 'predictions-1-1.parquet', 'predictions', 1, ?, ? from attempt where run_id = ?
          """,
          incoming.sha256(),
          incoming.bytes(),
          run);
    }
  }
}
