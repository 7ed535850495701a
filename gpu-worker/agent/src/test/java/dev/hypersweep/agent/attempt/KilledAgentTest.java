package dev.hypersweep.agent.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.agent.peer.AgentProcess;
import dev.hypersweep.agent.peer.Await;
import dev.hypersweep.agent.peer.Bench;
import dev.hypersweep.agent.peer.Child;
import dev.hypersweep.agent.peer.FaultyOrchestrator.Reply;
import dev.hypersweep.agent.peer.FaultyOrchestrator.Said;
import dev.hypersweep.agent.wire.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of the agent, and what its next life makes of it. */
@Timeout(90)
class KilledAgentTest {

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
  void itsTrainerEndsByItself() throws Exception {
    bench.lease(51, "progress:1 hang");
    Process agent = agent();
    bench.awaitAccepted("POST /attempts/51/metrics");
    long trainer = trainer(51);
    assertThat(ProcessHandle.of(trainer)).isPresent();
    agent.destroyForcibly().waitFor();
    Await.until(
        "the trainer is gone", () -> ProcessHandle.of(trainer).map(p -> !p.isAlive()).orElse(true));
  }

  @Test
  void itsNextLifeSendsWhatWasLeftAndThenSaysThatItDied() throws Exception {
    // Nothing but the registration and the lease gets through to begin with.
    bench.fault =
        said ->
            said.line().contains("/attempts/") ? Optional.of(new Reply(503, "")) : Optional.empty();
    bench.lease(52, "progress:1 log:x checkpoint:1 progress:2 checkpoint:2 hang");
    Process agent = agent();
    Path spool = bench.attemptFolder(52).resolve("spool.log");
    Await.until(
        "all is spooled",
        () ->
            Files.exists(spool)
                && new String(Files.readAllBytes(spool), "latin1").contains("checkpoint-2."));
    agent.destroyForcibly().waitFor();
    bench.fault = said -> Optional.empty();
    bench.lease(53, "finish").start();
    bench.awaitAccepted("POST /attempts/53/result");

    List<String> lines =
        bench.orchestrator.accepted().stream()
            .map(Said::line)
            .filter(
                line ->
                    line.contains("/52/") && !line.endsWith("heartbeat") && !line.endsWith("logs"))
            .toList();
    assertThat(lines)
        .containsExactly(
            "POST /attempts/52/metrics",
            "PUT /attempts/52/artifacts/checkpoint-1.safetensors",
            "POST /attempts/52/metrics",
            "PUT /attempts/52/artifacts/checkpoint-2.safetensors",
            "POST /attempts/52/failure");
    assertThat(bench.accepted("POST /attempts/52/failure").get(0).body())
        .contains("NODE_LOST", "\"step\":2");
    assertThat(bench.attemptFolder(52)).doesNotExist();
  }

  @Test
  void aResultThatWasSpooledIsSentAndNoFailureBesideIt() throws Exception {
    bench.fault =
        said ->
            said.line().contains("/attempts/") ? Optional.of(new Reply(503, "")) : Optional.empty();
    bench.lease(54, "progress:1 finish");
    Process agent = agent();
    Path spool = bench.attemptFolder(54).resolve("spool.log");
    Await.until(
        "the result is spooled",
        () ->
            Files.exists(spool)
                && new String(Files.readAllBytes(spool), "latin1").contains("\"result\""));
    agent.destroyForcibly().waitFor();
    bench.fault = said -> Optional.empty();
    bench.start();
    bench.awaitAccepted("POST /attempts/54/result");
    Await.until("it asks for more", () -> !bench.accepted("POST /leases").isEmpty());
    assertThat(bench.said("POST /attempts/54/failure")).isEmpty();
  }

  @Test
  void whatSomebodyElseHasMeanwhileIsDropped() throws Exception {
    bench.lease(55, "progress:1 hang");
    Process agent = agent();
    bench.awaitAccepted("POST /attempts/55/metrics");
    agent.destroyForcibly().waitFor();
    bench.fault =
        said ->
            said.line().contains("/attempts/55/")
                ? Optional.of(Reply.problem(409, "stale-generation", "5 is the last"))
                : Optional.empty();
    bench.lease(56, "finish").start();
    bench.awaitAccepted("POST /attempts/56/result");
    assertThat(bench.attemptFolder(55)).doesNotExist();
  }

  @Test
  void aLeaseWhoseAnswerDiedWithTheAgentIsAskedForAgain() throws Exception {
    bench.fault =
        said ->
            said.line().equals("POST /leases") ? Optional.of(Reply.dropped()) : Optional.empty();
    Process agent = agent();
    Await.until("it asks", () -> !bench.said("POST /leases").isEmpty());
    agent.destroyForcibly().waitFor();
    String asked = bench.said("POST /leases").get(0).body();
    bench.fault = said -> Optional.empty();
    bench.start();
    Await.until("it asks again", () -> !bench.accepted("POST /leases").isEmpty());
    assertThat(bench.accepted("POST /leases").get(0).body()).isEqualTo(asked);
  }

  private Process agent() throws Exception {
    Process agent = Child.start(List.of(), AgentProcess.class, bench.environment("cpu"));
    agent.inputReader(); // its log stays in the pipe, which is large enough
    return agent;
  }

  private long trainer(long attempt) throws Exception {
    Path file = bench.attemptFolder(attempt).resolve("trainer.json");
    Await.until("the trainer is known", () -> Files.exists(file));
    return Json.tree(Files.readAllBytes(file)).path("pid").asLong();
  }
}
