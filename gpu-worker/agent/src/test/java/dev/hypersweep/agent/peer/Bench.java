package dev.hypersweep.agent.peer;

import dev.hypersweep.agent.Agent;
import dev.hypersweep.agent.Settings;
import dev.hypersweep.agent.Stop;
import dev.hypersweep.agent.Timing;
import dev.hypersweep.agent.peer.FaultyOrchestrator.Reply;
import dev.hypersweep.agent.peer.FaultyOrchestrator.Said;
import dev.hypersweep.agent.status.AgentStatus;
import dev.hypersweep.protocol.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** An agent of ours between a faulty orchestrator and a scripted trainer. */
public final class Bench implements AutoCloseable {

  public static final Timing FAST =
      new Timing(
          Duration.ofMillis(50),
          Duration.ofMillis(10),
          Duration.ofMillis(50),
          Duration.ofMillis(10),
          Duration.ofMillis(800),
          Duration.ofSeconds(6));

  public final FaultyOrchestrator orchestrator;
  public final AgentStatus status = new AgentStatus();
  public final Map<String, String> artifacts = new ConcurrentHashMap<>();
  public volatile String signal = "CONTINUE";
  public volatile Function<Said, Optional<Reply>> fault = said -> Optional.empty();
  private final BlockingQueue<String> leases = new LinkedBlockingQueue<>();
  private final AtomicReference<Throwable> thrown = new AtomicReference<>();
  private final Path home;
  private final Stop stop = new Stop();
  private Thread thread;

  public Bench(Path home) throws IOException {
    this.home = home;
    this.orchestrator = new FaultyOrchestrator(this::answer);
  }

  /** A lease that the next request gets, for a trainer that follows the script. */
  public Bench lease(long attempt, String script) {
    return lease(attempt, script, "null");
  }

  public Bench lease(long attempt, String script, String resume) {
    leases.add(
        """
        {"attemptId":%d,"runId":1,"generation":4,"expiresInSeconds":5,"resume":%s,
         "specification":{"dataset":"wordnet/noun-supersense","variant":"moe","seed":0,
         "settings":{"script":"%s"},"resources":{"device":"cpu","threads":1,"memoryBytes":1}}}
        """
            .formatted(attempt, resume, script));
    return this;
  }

  public Bench start() {
    Agent agent = new Agent(Settings.of(environment("cpu")), status, FAST, stop);
    thread =
        new Thread(
            () -> {
              try {
                agent.run();
              } catch (Throwable e) {
                thrown.set(e);
              }
            },
            "agent-under-test");
    thread.start();
    return this;
  }

  /** What an agent in a process of its own needs. */
  public Map<String, String> environment(String device) {
    return Map.of(
        "HYPERSWEEP_HOME",
        home.toString(),
        "HYPERSWEEP_URL",
        orchestrator.url(),
        "HYPERSWEEP_TOKEN",
        "hsw_test",
        "HYPERSWEEP_WORKER_NAME",
        "bench",
        "HYPERSWEEP_DEVICE",
        device,
        "HYPERSWEEP_TRAINER_COMMAND",
        trainerCommand());
  }

  public static String trainerCommand() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return "[\"%s\",\"-Xshare:auto\",\"-XX:TieredStopAtLevel=1\",\"-cp\",\"target/test-classes\",\"%s\"]"
        .formatted(java, ScriptedTrainer.class.getName());
  }

  public Path attemptFolder(long attempt) {
    return home.resolve("workers/bench/attempts/" + attempt);
  }

  /** Blocks until a request with this line was accepted. */
  public Said awaitAccepted(String line) throws Exception {
    Await.until(
        line + " in " + orchestrator.said(),
        () -> accepted(line).size() > 0 || thrown.get() != null);
    return accepted(line).get(0);
  }

  public List<Said> accepted(String line) {
    return orchestrator.accepted().stream().filter(said -> said.line().equals(line)).toList();
  }

  public List<Said> said(String line) {
    return orchestrator.said().stream().filter(said -> said.line().equals(line)).toList();
  }

  /** Asks the agent to stop. */
  public void stop() {
    stop.ask();
  }

  /** What ended the agent, or null if it stopped as asked. */
  public Throwable awaitEnd() throws InterruptedException {
    thread.join(30_000);
    if (thread.isAlive()) {
      throw new AssertionError("the agent still runs");
    }
    return thrown.get();
  }

  private Reply answer(Said said) {
    return fault.apply(said).orElseGet(() -> obliging(said));
  }

  private Reply obliging(Said said) {
    String line = said.line();
    if (line.equals("POST /registrations")) {
      return Reply.ok(
          "{\"workerId\":1,\"registration\":7,\"leaseSeconds\":5,\"heartbeatSeconds\":1}");
    } else if (line.equals("POST /leases")) {
      String lease = leases.poll();
      return lease == null ? new Reply(204, "") : Reply.ok(lease);
    } else if (line.endsWith("/heartbeat")) {
      return Reply.ok("{\"signal\":\"" + signal + "\",\"expiresInSeconds\":5}");
    } else if (line.startsWith("PUT ")) {
      byte[] content = said.body().getBytes(StandardCharsets.UTF_8);
      return Reply.ok(
          "{\"sha256\":\"%s\",\"bytes\":%d}".formatted(Sha256.hex(content), content.length));
    } else if (line.startsWith("GET /artifacts/")) {
      return Reply.ok(artifacts.get(line.substring("GET /artifacts/".length())));
    }
    return Reply.ok(line.matches(".*/(result|failure|sign-offs)") ? "{}" : "{\"stored\":true}");
  }

  @Override
  public void close() throws InterruptedException {
    if (thread != null) {
      stop.ask();
      thread.join(30_000);
    }
    orchestrator.close();
  }
}
