package dev.hypersweep.cli.home;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The data directory of one installation, {@code HYPERSWEEP_HOME}. */
public record Home(Path path) {

  /** As the environment names it; {@code ~/.hypersweep} if it does not. */
  public static Home of(Map<String, String> environment) {
    String named = environment.getOrDefault("HYPERSWEEP_HOME", "");
    Path path =
        named.isBlank() ? Path.of(System.getProperty("user.home"), ".hypersweep") : Path.of(named);
    return new Home(path.toAbsolutePath().normalize());
  }

  /** The folder of all logs. */
  public Path logs() {
    return path.resolve("logs");
  }

  /** The orchestrator that wrote its address here last; it need not live any more. */
  public Optional<Instance> instance() {
    return read("instance.json")
        .filter(node -> node.path("url").isTextual())
        .map(node -> new Instance(node.get("url").asText(), node.path("pid").asLong(-1)));
  }

  /**
   * A token of this installation, if this user may read it.
   *
   * @param role {@code client} or {@code worker}
   */
  public Optional<String> token(String role) {
    return read("tokens").map(node -> node.path(role).asText("")).filter(text -> !text.isEmpty());
  }

  private Optional<JsonNode> read(String name) {
    try {
      return Optional.ofNullable(new JsonMapper().readTree(Files.readString(path.resolve(name))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
