package dev.hypersweep.agent.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.agent.peer.Await;
import dev.hypersweep.agent.peer.Bench;
import dev.hypersweep.agent.peer.FaultyOrchestrator.Reply;
import dev.hypersweep.agent.peer.FaultyOrchestrator.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An orchestrator that is away, refuses, or has given the run to somebody else. */
class FaultsTest {

  private static final String LONG =
      "progress:1 checkpoint:1 progress:2 log:x checkpoint:2 progress:3 ";

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
  void nothingIsLostWhateverWayItIsAway() throws Exception {
    List<Reply> ways =
        List.of(
            new Reply(503, ""),
            Reply.dropped(),
            Reply.problem(507, "storage-full", "no room"),
            new Reply(500, "<html>"),
            new Reply(429, ""));
    AtomicInteger calls = new AtomicInteger();
    // Five of six requests go wrong, each in its own way.
    bench.fault =
        said -> {
          int call = calls.getAndIncrement() % (ways.size() + 1);
          return call == ways.size() || said.line().equals("POST /leases")
              ? Optional.empty()
              : Optional.of(ways.get(call));
        };
    bench.lease(21, LONG + "finish").start();
    bench.awaitAccepted("POST /attempts/21/result");

    assertThat(points(21)).containsExactly("1", "2", "3");
    assertThat(bench.accepted("PUT /attempts/21/artifacts/checkpoint-1.safetensors")).hasSize(1);
    assertThat(bench.accepted("PUT /attempts/21/artifacts/checkpoint-2.safetensors")).hasSize(1);
    assertThat(bench.accepted("POST /attempts/21/logs")).hasSize(1);
  }

  @Test
  void trainingGoesOnWhileNobodyListens() throws Exception {
    Path done = home.resolve("go");
    bench.lease(22, "progress:1 file:" + done + " " + LONG + "finish").start();
    Await.until("it begins", () -> !bench.said("POST /attempts/22/metrics").isEmpty());
    bench.orchestrator.shut();
    Files.createFile(done);
    // The result lies on the disk before anybody listens again.
    Path spool = bench.attemptFolder(22).resolve("spool.log");
    Await.until(
        "the result is spooled",
        () ->
            Files.readString(spool, java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains("\"result\""));
    bench.orchestrator.open();
    bench.awaitAccepted("POST /attempts/22/result");
    assertThat(points(22)).containsSubsequence("1", "2", "3");
  }

  @Test
  void aStaleGenerationKillsTheTrainerAndDropsTheSpool() throws Exception {
    bench.fault =
        said ->
            said.line().equals("POST /attempts/23/metrics")
                ? Optional.of(Reply.problem(409, "stale-generation", "5 is the last"))
                : Optional.empty();
    bench.lease(23, "progress:1 hang").lease(24, "finish").start();
    bench.awaitAccepted("POST /attempts/24/result");
    assertThat(bench.said("POST /attempts/23/metrics")).hasSize(1);
    assertThat(bench.said("POST /attempts/23/failure")).isEmpty();
    assertThat(bench.attemptFolder(23)).doesNotExist();
  }

  @Test
  void aHeartbeatAloneLearnsThatTheRunIsSomebodyElses() throws Exception {
    bench.fault =
        said ->
            said.line().equals("POST /attempts/25/heartbeat")
                ? Optional.of(Reply.problem(409, "stale-generation", "gone"))
                : Optional.empty();
    bench.lease(25, "hang").lease(26, "finish").start();
    bench.awaitAccepted("POST /attempts/26/result");
    assertThat(bench.said("POST /attempts/25/failure")).isEmpty();
  }

  @Test
  void aRefusedBatchFailsTheAttemptOnceWithTheReason() throws Exception {
    bench.fault =
        said ->
            said.line().equals("POST /attempts/27/metrics")
                ? Optional.of(Reply.problem(422, "invalid-value", "points[0].value: 1e400"))
                : Optional.empty();
    bench.lease(27, "value:1e400 hang").lease(28, "finish").start();
    Said failure = bench.awaitAccepted("POST /attempts/27/failure");
    assertThat(failure.body()).contains("\"CODE\"", "points[0].value: 1e400");
    bench.awaitAccepted("POST /attempts/28/result");
    assertThat(bench.said("POST /attempts/27/metrics")).hasSize(1);
  }

  @Test
  void anAttemptThatIsRefusedAltogetherIsLeft() throws Exception {
    bench.fault =
        said ->
            said.line().contains("/attempts/29/")
                ? Optional.of(Reply.problem(404, "not-found", "no such attempt"))
                : Optional.empty();
    bench.lease(29, "progress:1 hang").lease(30, "finish").start();
    bench.awaitAccepted("POST /attempts/30/result");
    assertThat(bench.said("POST /attempts/29/failure")).hasSize(1);
  }

  @Test
  void aLostAnswerToALeaseAsksForTheSameLease() throws Exception {
    AtomicInteger leases = new AtomicInteger();
    bench.fault =
        said ->
            said.line().equals("POST /leases") && leases.getAndIncrement() < 2
                ? Optional.of(Reply.dropped())
                : Optional.empty();
    bench.lease(31, "finish").start();
    bench.awaitAccepted("POST /attempts/31/result");
    Await.until("it asks for the next", () -> bench.said("POST /leases").size() > 3);
    List<String> requests = bench.said("POST /leases").stream().map(Said::body).toList();
    assertThat(requests.subList(0, 3)).allMatch(requests.get(0)::equals);
    assertThat(requests.get(3)).isNotEqualTo(requests.get(0));
  }

  private List<String> points(long attempt) {
    return bench.accepted("POST /attempts/" + attempt + "/metrics").stream()
        .flatMap(
            said ->
                java.util.regex.Pattern.compile("\"step\":(\\d+)")
                    .matcher(said.body())
                    .results()
                    .map(match -> match.group(1)))
        .toList();
  }
}
