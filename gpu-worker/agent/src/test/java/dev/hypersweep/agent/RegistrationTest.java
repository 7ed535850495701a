package dev.hypersweep.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.agent.peer.Await;
import dev.hypersweep.agent.peer.Bench;
import dev.hypersweep.agent.peer.FaultyOrchestrator.Reply;
import dev.hypersweep.agent.status.AgentStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an agent begins, and when it does not. */
@Timeout(60)
class RegistrationTest {

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
  @ValueSource(ints = {401, 403})
  void aWrongTokenIsNamed(int status) throws Exception {
    bench.fault = said -> Optional.of(Reply.problem(status, "unauthorized", "no"));
    bench.start();
    assertThat(bench.awaitEnd())
        .isInstanceOf(AgentFailure.class)
        .hasMessageContaining("HYPERSWEEP_TOKEN");
  }

  @Test
  void aTokenThatIsTakenBackEndsTheAgent() throws Exception {
    bench.fault =
        said ->
            said.line().equals("POST /leases")
                ? Optional.of(Reply.problem(401, "unauthorized", "no"))
                : Optional.empty();
    bench.start();
    assertThat(bench.awaitEnd()).hasMessageContaining("HYPERSWEEP_TOKEN");
  }

  @Test
  void theDescriptionIsTheTrainersOwn() throws Exception {
    bench.start();
    assertThat(bench.awaitAccepted("POST /registrations").body())
        .contains("\"name\":\"bench\"", "\"deviceClass\":\"scripted\"", "\"memoryBytes\":1000");
  }

  @Test
  void anOrchestratorThatIsNotThereYetIsWaitedFor() throws Exception {
    bench.orchestrator.shut();
    bench.start();
    Await.until("it is missed", () -> bench.status.awayBecause().isPresent());
    bench.orchestrator.open();
    bench.awaitAccepted("POST /registrations");
  }

  @Test
  void addressAndTokenAreFoundInTheHomeOnceTheyAreThere() throws Exception {
    Map<String, String> environment = new HashMap<>(bench.environment("cpu"));
    environment.remove("HYPERSWEEP_URL");
    environment.remove("HYPERSWEEP_TOKEN");
    Stop stop = new Stop();
    Agent agent = new Agent(Settings.of(environment), bench.status, Bench.FAST, stop);
    Thread thread = new Thread(() -> run(agent));
    thread.start();
    Await.until("it waits", () -> bench.status.awayBecause().orElse("").contains("HYPERSWEEP_URL"));
    Files.writeString(home.resolve("tokens"), "{\"client\":\"hsc_1\",\"worker\":\"hsw_2\"}");
    Files.writeString(
        home.resolve("instance.json"),
        "{\"url\":\"%s\",\"pid\":1}".formatted(bench.orchestrator.url()));
    assertThat(bench.awaitAccepted("POST /registrations").authorization())
        .isEqualTo("Bearer hsw_2");
    stop.ask();
    thread.join();
  }

  @Test
  void aGpuThatIsNotThereEndsTheAgentWithTheTrainersWords() {
    Agent agent =
        new Agent(Settings.of(bench.environment("gpu")), bench.status, Bench.FAST, new Stop());
    assertThatThrownBy(agent::run)
        .isInstanceOf(AgentFailure.class)
        .hasMessageContaining("No CUDA device was found");
    assertThat(bench.orchestrator.said()).isEmpty();
  }

  @Test
  void aTrainerThatCannotStartEndsTheAgent() {
    Map<String, String> environment = new HashMap<>(bench.environment("cpu"));
    environment.put("HYPERSWEEP_TRAINER_COMMAND", "/no/such/program");
    Agent agent = new Agent(Settings.of(environment), bench.status, Bench.FAST, new Stop());
    assertThatThrownBy(agent::run)
        .isInstanceOf(AgentFailure.class)
        .hasMessageContaining("/no/such/program");
  }

  @Test
  void anAgentThatIsStoppedSignsOffAsItRegistered() throws Exception {
    bench.fault =
        said ->
            said.line().equals("POST /sign-offs") && bench.said("POST /sign-offs").size() == 1
                ? Optional.of(Reply.dropped())
                : Optional.empty();
    bench.start();
    bench.awaitAccepted("POST /leases");
    bench.stop();

    assertThat(bench.awaitEnd()).isNull();
    assertThat(bench.accepted("POST /sign-offs"))
        .singleElement()
        .satisfies(
            said -> assertThat(said.body()).contains("\"workerId\":1", "\"registration\":7"));
    assertThat(bench.orchestrator.said()).last().matches(s -> s.line().equals("POST /sign-offs"));
  }

  @Test
  void anAgentStopsWhetherOrNotItsSignOffIsHeard() throws Exception {
    bench.start();
    bench.awaitAccepted("POST /leases");
    bench.orchestrator.shut();
    bench.stop();

    assertThat(bench.awaitEnd()).isNull();
  }

  @Test
  void twoAgentsDoNotShareAFolder() throws Exception {
    bench.start();
    bench.awaitAccepted("POST /registrations");
    Agent second =
        new Agent(Settings.of(bench.environment("cpu")), new AgentStatus(), Bench.FAST, new Stop());
    assertThatThrownBy(second::run).hasMessageContaining("HYPERSWEEP_WORKER_NAME");
  }

  private static void run(Agent agent) {
    try {
      agent.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
