package dev.hypersweep.agent.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.agent.peer.Bench;
import dev.hypersweep.agent.peer.FaultyOrchestrator.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The many ways in which a trainer ends, and what is reported of each. */
@Timeout(60)
class TrainerEndsTest {

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

  @ParameterizedTest
  @CsvSource({
    "fail:NAN,                                NAN,       as told",
    "progress:7 kill,                         NODE_LOST, killed by signal 9",
    "log:java.lang.OutOfMemoryError kill,     OOM,       java.lang.OutOfMemoryError",
    "log:std::bad_alloc exit:134,             OOM,       std::bad_alloc",
    "throw:boom,                              CODE,      java.lang.IllegalStateException: boom",
    "exit:0,                                  CODE,      exit status 0",
    "print:{nonsense hang,                    CODE,      no event",
    "value:NaN hang,                          CODE,      no event",
  })
  void anEndWithoutAResultHasItsClassAndItsLastWords(String script, String expected, String words)
      throws Exception {
    bench.lease(41, script).start();
    Said failure = bench.awaitAccepted("POST /attempts/41/failure");
    assertThat(failure.body())
        .contains("\"failureClass\":\"" + expected + "\"", words, "\"generation\":4");
  }

  @Test
  void aTrainerThatDoesNotEndAfterItsResultIsKilledAndItsResultCounts() throws Exception {
    bench.lease(42, "finish hang").start();
    bench.awaitAccepted("POST /attempts/42/result");
  }

  @Test
  void linesThatAreNoEventsBecomeLog() throws Exception {
    bench.lease(43, "print:hello log:there finish").start();
    bench.awaitAccepted("POST /attempts/43/result");
    assertThat(bench.accepted("POST /attempts/43/logs").toString()).contains("hello", "there");
  }

  @ParameterizedTest
  @CsvSource({"STOP", "PRUNE", "CANCEL"})
  void signalsArePassedOn(String signal) throws Exception {
    bench.signal = signal;
    bench.lease(44, "signal finish").start();
    bench.awaitAccepted("POST /attempts/44/result");
    assertThat(bench.accepted("POST /attempts/44/logs").toString()).contains("heard " + signal);
  }

  @Test
  void aTrainerThatDoesNotObeyCancelIsKilled() throws Exception {
    bench.signal = "CANCEL";
    bench.lease(45, "hang").start();
    Said failure = bench.awaitAccepted("POST /attempts/45/failure");
    assertThat(failure.body()).contains("Cancelled", "signal 9");
  }

  @Test
  void aStoppedAgentAsksForACheckpointAndReportsItself() throws Exception {
    bench.lease(46, "progress:3 signal checkpoint:3 fail:PREEMPTED").start();
    bench.awaitAccepted("POST /attempts/46/metrics");
    bench.stop();
    assertThat(bench.awaitEnd()).isNull();
    assertThat(bench.accepted("PUT /attempts/46/artifacts/checkpoint-3.safetensors")).hasSize(1);
    assertThat(bench.accepted("POST /attempts/46/failure"))
        .singleElement()
        .satisfies(failure -> assertThat(failure.body()).contains("PREEMPTED"));
  }

  @Test
  void aStoppedAgentDoesNotWaitForEver() throws Exception {
    bench.lease(47, "progress:3 hang").start();
    bench.awaitAccepted("POST /attempts/47/metrics");
    bench.stop();
    assertThat(bench.awaitEnd()).isNull();
    assertThat(bench.accepted("POST /attempts/47/failure").toString()).contains("PREEMPTED");
  }
}
