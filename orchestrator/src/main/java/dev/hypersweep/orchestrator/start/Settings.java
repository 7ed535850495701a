package dev.hypersweep.orchestrator.start;

import dev.hypersweep.orchestrator.database.DatabaseAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What people set in the environment; empty values count as not set.
 *
 * @param home HYPERSWEEP_HOME, default {@code ~/.hypersweep}
 * @param host HYPERSWEEP_HOST, the address to listen on, default 127.0.0.1
 * @param port HYPERSWEEP_PORT, default 8484
 * @param database HYPERSWEEP_DATABASE_URL; empty for the embedded PostgreSQL
 */
public record Settings(Path home, String host, int port, Optional<DatabaseAddress> database) {

  /**
   * Reads the environment.
   *
   * @throws StartFailure if a value cannot be used
   */
  public static Settings of(Map<String, String> environment) {
    String home = value(environment, "HYPERSWEEP_HOME");
    String host = value(environment, "HYPERSWEEP_HOST");
    String url = value(environment, "HYPERSWEEP_DATABASE_URL");
    return new Settings(
        (home == null ? Path.of(System.getProperty("user.home"), ".hypersweep") : Path.of(home))
            .toAbsolutePath()
            .normalize(),
        host == null ? "127.0.0.1" : host,
        port(value(environment, "HYPERSWEEP_PORT")),
        Optional.ofNullable(url).map(DatabaseAddress::parse));
  }

  private static String value(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static int port(String text) {
    if (text == null) {
      return 8484;
    }
    try {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Told below, together with numbers that are out of range.
    }
    throw new StartFailure("HYPERSWEEP_PORT is " + text + ": it must be 1 to 65535.");
  }
}
