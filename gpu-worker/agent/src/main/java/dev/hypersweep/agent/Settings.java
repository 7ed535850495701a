package dev.hypersweep.agent;

import dev.hypersweep.agent.trainer.TrainerCommand;
import dev.hypersweep.agent.wire.Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the environment asks of this agent.
 *
 * @param address where the orchestrator is
 * @param folder of this worker, {@code HYPERSWEEP_HOME/workers/NAME}
 * @param name of this worker
 * @param command how the trainer is started
 * @param device {@code cpu} or {@code gpu}
 * @param threads of the trainer, 1 or more
 * @param memory to offer, in bytes; empty for what the trainer finds
 * @param host address that health and metrics are bound to
 * @param port of health and metrics, 0 for any
 * @param stopWithin how long the agent may take to stop
 */
public record Settings(
    Address address,
    Path folder,
    String name,
    TrainerCommand command,
    String device,
    int threads,
    OptionalLong memory,
    String host,
    int port,
    Duration stopWithin) {

  /**
   * Reads HYPERSWEEP_* of an environment.
   *
   * @throws AgentFailure if one is missing or makes no sense; the message names it
   */
  public static Settings of(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    Path home =
        variables
            .text("HYPERSWEEP_HOME")
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".hypersweep"))
            .toAbsolutePath();
    String name = variables.text("HYPERSWEEP_WORKER_NAME").orElseGet(Settings::hostname);
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,199}")) {
      throw new AgentFailure(
          "HYPERSWEEP_WORKER_NAME may have letters, digits, dots, dashes and underscores, at most"
              + " 200: "
              + name);
    }
    return new Settings(
        new Address(
            variables.read("HYPERSWEEP_URL", Settings::url),
            variables.text("HYPERSWEEP_TOKEN"),
            home),
        home.resolve("workers").resolve(name),
        name,
        variables
            .read("HYPERSWEEP_TRAINER_COMMAND", TrainerCommand::parse)
            .orElseThrow(
                () ->
                    new AgentFailure(
                        "HYPERSWEEP_TRAINER_COMMAND is not set: the command line that starts the"
                            + " trainer, words with spaces between them or a JSON array")),
        variables.read("HYPERSWEEP_DEVICE", Settings::device).orElse("cpu"),
        variables.number("HYPERSWEEP_THREADS", 1, 1024).orElse(1),
        variables
            .read("HYPERSWEEP_MEMORY", MemorySize::parse)
            .map(OptionalLong::of)
            .orElseGet(OptionalLong::empty),
        variables.text("HYPERSWEEP_WORKER_HOST").orElse("127.0.0.1"),
        variables.number("HYPERSWEEP_WORKER_PORT", 0, 65_535).orElse(0),
        Duration.ofSeconds(variables.number("HYPERSWEEP_STOP_SECONDS", 1, 3_600).orElse(20)));
  }

  private static URI url(String text) {
    URI url = URI.create(text);
    if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
      throw new IllegalArgumentException("not an address such as http://127.0.0.1:8484: " + text);
    }
    return url;
  }

  private static String device(String text) {
    if (!text.equals("cpu") && !text.equals("gpu")) {
      throw new IllegalArgumentException("neither cpu nor gpu: " + text);
    }
    return text;
  }

  private static String hostname() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return Optional.ofNullable(System.getenv("HOSTNAME")).orElse("worker");
    }
  }
}
