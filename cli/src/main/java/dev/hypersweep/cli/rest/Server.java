package dev.hypersweep.cli.rest;

import dev.hypersweep.cli.home.Home;
import dev.hypersweep.cli.home.Instance;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The server that commands speak to.
 *
 * @param url without a slash at its end
 * @param token sent with every request, if there is one
 */
public record Server(String url, Optional<String> token) {

  /** Takes a URL of http or https; refuses any other with an {@link IllegalArgumentException}. */
  public Server {
    URI uri = URI.create(url);
    if (uri.getHost() == null
        || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
      throw new IllegalArgumentException("not an address of http or https: " + url);
    }
    url = url.replaceAll("/+$", "");
  }

  /**
   * {@code HYPERSWEEP_URL}; else the instance that wrote its address to the home; else this
   * machine's {@code HYPERSWEEP_PORT}. The home's token goes to the home's own server only.
   */
  public static Server of(Map<String, String> environment, Home home) {
    Optional<String> token =
        Optional.of(environment.getOrDefault("HYPERSWEEP_TOKEN", "")).filter(t -> !t.isBlank());
    String named = environment.getOrDefault("HYPERSWEEP_URL", "");
    if (!named.isBlank()) {
      return new Server(named, token);
    }
    String port = environment.getOrDefault("HYPERSWEEP_PORT", "8484");
    String url = home.instance().map(Instance::url).orElse("http://127.0.0.1:" + port);
    return new Server(url, token.or(() -> home.token("client")));
  }
}
