package dev.hypersweep.orchestrator.database;

import dev.hypersweep.orchestrator.start.StartFailure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;

/**
 * A real PostgreSQL of our own, for people who have none: it listens on 127.0.0.1 only, asks for a
 * password that lies in its data folder, survives kill -9 with all that was committed, and lives in
 * a session of its own, which Ctrl-C does not reach.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final String PASSWORD_FILE = "hypersweep-password";

  private final EmbeddedPostgres postgres;
  private final String password;

  private EmbeddedDatabase(EmbeddedPostgres postgres, String password) {
    this.postgres = postgres;
    this.password = password;
  }

  /**
   * Starts it, taking over the data of an earlier one even if that one was killed.
   *
   * @param data its data, made at the first start
   * @param binaries where its programs are unpacked
   * @param log file that it writes its log to
   * @param options server options beside ours
   * @throws StartFailure if it does not come up
   */
  public static EmbeddedDatabase start(
      Path data, Path binaries, Path log, Map<String, String> options) {
    try {
      OrphanedPostmaster.end(data);
      Path passwordFile = data.resolve(PASSWORD_FILE);
      boolean first = !Files.exists(passwordFile);
      if (first) {
        // The password is written last, so what lies here without one never held anything.
        delete(data);
      }
      String password = first ? newPassword() : Files.readString(passwordFile);
      var builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setOverrideWorkingDirectory(binaries.toFile())
              .setRegisterShutdownHook(false)
              .setPGStartupWait(Duration.ofSeconds(60))
              .setConnectConfig("password", password)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("unix_socket_directories", "")
              .setServerConfig("max_connections", "60")
              .setOutputRedirector(Redirect.appendTo(log.toFile()))
              .setErrorRedirector(Redirect.appendTo(log.toFile()));
      options.forEach(builder::setServerConfig);
      var database = new EmbeddedDatabase(builder.start(), password);
      if (first) {
        database.demandPassword(data);
      }
      // The library makes it writable for everybody.
      Files.setPosixFilePermissions(binaries, PosixFilePermissions.fromString("rwx------"));
      return database;
    } catch (IOException | SQLException | IllegalStateException e) {
      throw new StartFailure(
          "The embedded PostgreSQL did not start ("
              + e.toString().lines().findFirst().orElse("")
              + "): see "
              + log
              + ", or set HYPERSWEEP_DATABASE_URL to a server of yours.");
    }
  }

  /** How to reach the database of that name. */
  public DatabaseAddress address(String database) {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database, "postgres", password);
  }

  /** Makes an empty database. {@code name}: a plain identifier. */
  public void create(String name) throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
  }

  private void demandPassword(Path data) throws IOException, SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("alter role postgres password '" + password + "'");
      Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
      statement.execute("select pg_reload_conf()");
    }
    Path file = data.resolve(PASSWORD_FILE);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, password);
  }

  private static String newPassword() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException e)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
