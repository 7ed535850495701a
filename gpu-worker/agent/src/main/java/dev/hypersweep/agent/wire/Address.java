package dev.hypersweep.agent.wire;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the orchestrator is and what to show it. What was not set is read from the home at each
 * request ({@code instance.json}, {@code tokens}), so an orchestrator that is started later, or
 * again on another port, is found.
 *
 * @param url HYPERSWEEP_URL, if set
 * @param token HYPERSWEEP_TOKEN, if set
 * @param home HYPERSWEEP_HOME
 */
public record Address(Optional<URI> url, Optional<String> token, Path home) {

  /** Base address without a slash at its end, or empty as long as none is known. */
  public Optional<String> base() {
    return url.map(URI::toString)
        .or(() -> field("instance.json", "url"))
        .map(text -> text.replaceAll("/+$", ""));
  }

  /** The worker's token, or empty as long as none is known. */
  public Optional<String> bearer() {
    return token.or(() -> field("tokens", "worker"));
  }

  private Optional<String> field(String file, String name) {
    Path path = home.resolve(file);
    try {
      return Files.isRegularFile(path)
          ? Optional.ofNullable(Json.tree(Files.readAllBytes(path)).path(name).textValue())
          : Optional.empty();
    } catch (IOException e) {
      // It is just being written, or not readable for us: the same as not there yet.
      return Optional.empty();
    }
  }
}
