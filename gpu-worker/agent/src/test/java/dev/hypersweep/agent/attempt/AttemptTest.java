package dev.hypersweep.agent.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hypersweep.agent.peer.Await;
import dev.hypersweep.agent.peer.Bench;
import dev.hypersweep.agent.peer.FaultyOrchestrator.Reply;
import dev.hypersweep.agent.peer.FaultyOrchestrator.Said;
import dev.hypersweep.protocol.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about an attempt when nothing is in the way. */
class AttemptTest {

  @TempDir Path home;
  private Bench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  @Test
  void pointsComeBeforeTheirCheckpointAndTheResultComesLast() throws Exception {
    bench
        .lease(11, "progress:1 progress:2 checkpoint:2 log:half progress:3 checkpoint:3 finish")
        .start();
    bench.awaitAccepted("POST /attempts/11/result");

    List<String> lines =
        bench.orchestrator.accepted().stream()
            .filter(said -> said.line().contains("/attempts/11/"))
            .filter(said -> !said.line().endsWith("heartbeat"))
            .map(said -> said.line() + (said.body().contains("\"step\":3") ? " with 3" : ""))
            .toList();
    assertThat(lines)
        .containsSubsequence(
            "POST /attempts/11/metrics",
            "PUT /attempts/11/artifacts/checkpoint-2.safetensors",
            "POST /attempts/11/metrics with 3",
            "PUT /attempts/11/artifacts/checkpoint-3.safetensors",
            "POST /attempts/11/result");
    assertThat(lines).last().isEqualTo("POST /attempts/11/result");
    assertThat(lines).contains("POST /attempts/11/logs");
  }

  @Test
  void everythingCarriesGenerationTokenAndSequence() throws Exception {
    bench.lease(12, "progress:1 checkpoint:1 progress:2 log:a finish").start();
    Said result = bench.awaitAccepted("POST /attempts/12/result");

    assertThat(result.body()).contains("\"generation\":4", "\"accuracy\":0.5");
    assertThat(result.authorization()).isEqualTo("Bearer hsw_test");
    assertThat(bench.accepted("PUT /attempts/12/artifacts/checkpoint-1.safetensors"))
        .singleElement()
        .satisfies(
            upload -> {
              assertThat(upload.query()).isEqualTo("generation=4&step=1");
              assertThat(upload.body()).isEqualTo("checkpoint 1");
            });
    assertThat(bench.accepted("POST /attempts/12/metrics"))
        .extracting(Said::body)
        .satisfiesExactly(
            first ->
                assertThat(first).contains("\"generation\":4", "\"sequence\":0", "\"firstStep\":1"),
            second -> assertThat(second).contains("\"sequence\":1", "\"firstStep\":2"));
  }

  @Test
  void filesOfOneKindAreSentAsTheyWereAnnounced() throws Exception {
    Path go = home.resolve("go");
    bench.fault =
        said ->
            said.line().startsWith("PUT ") && !Files.exists(go)
                ? Optional.of(new Reply(503, "{}"))
                : Optional.empty();
    bench.lease(18, "progress:1 artifact:first progress:2 artifact:second finish").start();
    Await.until(
        "both are in the spool",
        () -> !bench.said("PUT /attempts/18/artifacts/predictions-1-1.parquet").isEmpty());
    Await.until("the second lies on disk", () -> Files.exists(kept(18, "predictions-2-2.parquet")));
    Files.createFile(go);
    bench.awaitAccepted("POST /attempts/18/result");
    assertThat(bench.orchestrator.accepted().stream().filter(said -> said.line().startsWith("PUT")))
        .extracting(Said::line, Said::query, Said::body)
        .containsExactly(
            tuple(
                "PUT /attempts/18/artifacts/predictions-1-1.parquet",
                "generation=4&kind=predictions&made=1",
                "first"),
            tuple(
                "PUT /attempts/18/artifacts/predictions-2-2.parquet",
                "generation=4&kind=predictions&made=2",
                "second"));
  }

  private Path kept(long attempt, String name) {
    return bench.attemptFolder(attempt).resolve("checkpoints").resolve(name);
  }

  @Test
  void aFinishedAttemptLeavesNothingOnTheDisk() throws Exception {
    bench.lease(13, "checkpoint:1 checkpoint:2 finish").start();
    bench.awaitAccepted("POST /attempts/13/result");
    Await.until("the folder is gone", () -> !Files.exists(bench.attemptFolder(13)));
  }

  @Test
  void onlyTheNewestCheckpointStaysWhileTraining() throws Exception {
    Path go = home.resolve("go");
    bench.lease(14, "checkpoint:1 checkpoint:2 file:" + go + " finish").start();
    bench.awaitAccepted("PUT /attempts/14/artifacts/checkpoint-2.safetensors");
    Path checkpoints = bench.attemptFolder(14).resolve("checkpoints");
    Await.until(
        "the older one is gone", () -> !Files.exists(checkpoints.resolve("step-1.safetensors")));
    assertThat(checkpoints.resolve("step-2.safetensors")).exists();
    Files.createFile(go);
    bench.awaitAccepted("POST /attempts/14/result");
  }

  @Test
  void aResumedAttemptGetsItsCheckpoint() throws Exception {
    String hash = Sha256.hex("weights");
    bench.artifacts.put(hash, "weights");
    bench
        .lease(
            15, "resumed finish", "{\"attemptId\":9,\"step\":40,\"sha256\":\"%s\"}".formatted(hash))
        .start();
    bench.awaitAccepted("POST /attempts/15/result");
    assertThat(bench.accepted("POST /attempts/15/logs"))
        .anySatisfy(logs -> assertThat(logs.body()).contains("resumed with weights"));
  }

  @Test
  void aCheckpointWithOtherContentIsNotTrainedFrom() throws Exception {
    String hash = Sha256.hex("weights");
    bench.artifacts.put(hash, "other weights");
    bench
        .lease(
            16, "resumed finish", "{\"attemptId\":9,\"step\":40,\"sha256\":\"%s\"}".formatted(hash))
        .start();
    Said failure = bench.awaitAccepted("POST /attempts/16/failure");
    assertThat(failure.body()).contains(hash, Sha256.hex("other weights"));
    assertThat(bench.said("POST /attempts/16/logs")).isEmpty();
  }

  @Test
  void aPauseIsTheLastWordAfterItsCheckpoint() throws Exception {
    bench.lease(19, "progress:5 checkpoint:5 pause:5").start();
    Said pause = bench.awaitAccepted("POST /attempts/19/pause");
    assertThat(pause.body()).contains("\"generation\":4", "\"step\":5");
    assertThat(bench.accepted("PUT /attempts/19/artifacts/checkpoint-5.safetensors")).hasSize(1);
    Await.until("the folder is gone", () -> !Files.exists(bench.attemptFolder(19)));
    assertThat(bench.said("POST /attempts/19/failure")).isEmpty();
  }

  @Test
  void theTrainerIsToldWhereToPause() throws Exception {
    bench.lease(20, "until finish", "null,\"until\":40").start();
    bench.awaitAccepted("POST /attempts/20/result");
    assertThat(bench.accepted("POST /attempts/20/logs"))
        .anySatisfy(logs -> assertThat(logs.body()).contains("until 40"));
  }

  @Test
  void theTrainerRunsInASessionOfItsOwnWithoutOurToken() throws Exception {
    bench
        .lease(17, "session environment:OMP_NUM_THREADS environment:HYPERSWEEP_TOKEN finish")
        .start();
    bench.awaitAccepted("POST /attempts/17/result");
    String log =
        bench.accepted("POST /attempts/17/logs").stream()
            .map(chunk -> chunk.body())
            .collect(Collectors.joining());
    assertThat(log).containsPattern("session (\\d+) of \\1").contains("OMP_NUM_THREADS=1");
  }
}
