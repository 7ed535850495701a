package dev.hypersweep.orchestrator;

import dev.hypersweep.orchestrator.database.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL per test JVM, a fresh database and home for each start of the application. */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

  private static final AtomicInteger STARTS = new AtomicInteger();
  private static EmbeddedDatabase server;

  @Override
  public Map<String, String> start() {
    try {
      Path target = Path.of("target").toAbsolutePath();
      Path home = Files.createTempDirectory(target, "home-");
      String name = "test" + STARTS.incrementAndGet();
      server(target).create(name);
      var address = server(target).address(name);
      Map<String, String> settings = new HashMap<>();
      settings.put("hypersweep.home", home.toString());
      settings.put("quarkus.datasource.jdbc.url", address.jdbcUrl());
      settings.put("quarkus.datasource.username", address.user());
      settings.put("quarkus.datasource.password", address.password());
      return settings;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static synchronized EmbeddedDatabase server(Path target) throws IOException {
    if (server == null) {
      Path folder = Files.createTempDirectory(target, "postgres-");
      Path binaries = Files.createDirectories(target.resolve("postgres-binaries"));
      // Tests may lose their data: without fsync they are quicker.
      server =
          EmbeddedDatabase.start(
              folder.resolve("data"),
              binaries,
              folder.resolve("log"),
              Map.of("fsync", "off", "synchronous_commit", "off"));
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    }
    return server;
  }

  @Override
  public void stop() {
    // The server serves all tests of the JVM and ends with it.
  }
}
