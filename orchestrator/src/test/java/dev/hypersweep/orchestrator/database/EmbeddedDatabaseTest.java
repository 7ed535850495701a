package dev.hypersweep.orchestrator.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  private static final Path BINARIES = Path.of("target/postgres-binaries").toAbsolutePath();

  @Test
  void aPostmasterThatOutlivedItsOrchestratorIsTakenOverWithAllThatWasCommitted(
      @TempDir Path folder) throws Exception {
    Files.createDirectories(BINARIES);
    Path data = folder.resolve("data");
    storeAndBeKilled(folder, data);
    long orphan = pid(data);
    assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isPresent();

    try (EmbeddedDatabase next =
        EmbeddedDatabase.start(data, BINARIES, folder.resolve("log"), Map.of())) {
      assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
      assertThat(number(next.address("postgres"), "select n from kept")).isEqualTo(7);
      assertThat(setting(next, "fsync")).isEqualTo("on");
      assertThat(setting(next, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(next, "listen_addresses")).isEqualTo("127.0.0.1");
    }
    assertThat(data.resolve("postmaster.pid")).doesNotExist();
  }

  @Test
  void nobodyComesInWithoutThePassword(@TempDir Path folder) throws Exception {
    Files.createDirectories(BINARIES);
    try (EmbeddedDatabase database = start(folder, folder.resolve("data"))) {
      DatabaseAddress address = database.address("postgres");
      assertThatThrownBy(() -> DriverManager.getConnection(address.jdbcUrl(), "postgres", "guess"))
          .isInstanceOf(SQLException.class);
    }
  }

  /** Another process, so that it can be killed. */
  private static void storeAndBeKilled(Path folder, Path data) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ShortLived.class.getName(),
                data.toString(),
                BINARIES.toString(),
                folder.resolve("log").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.inputReader().lines().anyMatch("stored"::equals)).isTrue();
    process.destroyForcibly().waitFor();
  }

  /** Starts a database, stores a row, says so, and waits to be killed. */
  static final class ShortLived {

    public static void main(String[] arguments) throws Exception {
      EmbeddedDatabase database =
          EmbeddedDatabase.start(
              Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), Map.of());
      execute(database.address("postgres"), "create table kept (n int)");
      execute(database.address("postgres"), "insert into kept values (7)");
      System.out.println("stored");
      Thread.currentThread().join();
    }
  }

  private static EmbeddedDatabase start(Path folder, Path data) {
    return EmbeddedDatabase.start(data, BINARIES, folder.resolve("log"), Map.of());
  }

  private static long pid(Path data) throws Exception {
    return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
  }

  private static String setting(EmbeddedDatabase database, String name) throws SQLException {
    try (Connection connection = connect(database.address("postgres"));
        var rows = connection.createStatement().executeQuery("show " + name)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static int number(DatabaseAddress address, String query) throws SQLException {
    try (Connection connection = connect(address);
        var rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void execute(DatabaseAddress address, String statement) throws SQLException {
    try (Connection connection = connect(address)) {
      connection.createStatement().execute(statement);
    }
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
  }
}
