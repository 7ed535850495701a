package dev.hypersweep.orchestrator.start;

import dev.hypersweep.orchestrator.database.DatabaseAddress;
import dev.hypersweep.orchestrator.database.EmbeddedDatabase;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Starts everything in order: the home and its lock, the database, then HTTP. What stands in the
 * way is said in one line on standard error, with exit status 1.
 */
@QuarkusMain
public final class Orchestrator {

  private static final CountDownLatch HTTP_STOPPED = new CountDownLatch(1);

  Orchestrator() {}

  /** Runs until SIGTERM or SIGINT. */
  public static void main(String... args) {
    try {
      Settings settings = Settings.of(System.getenv());
      Home home = Home.open(settings.home());
      demandFreePort(settings.host(), settings.port());
      DatabaseAddress database =
          settings.database().orElseGet(() -> startEmbedded(home).address("postgres"));
      if (settings.database().isPresent()) {
        database.check();
      }
      hand(settings, database);
      Quarkus.run(Serving.class, Orchestrator::ended, args);
    } catch (StartFailure e) {
      HTTP_STOPPED.countDown();
      fail(e.getMessage());
    }
  }

  private static EmbeddedDatabase startEmbedded(Home home) {
    EmbeddedDatabase database =
        EmbeddedDatabase.start(
            home.folder().resolve("postgres"),
            home.privateFolder("postgres-binaries"),
            home.privateFolder("logs").resolve("postgres.log"),
            Map.of());
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stopAfterHttp(database), "stop-postgresql"));
    return database;
  }

  private static void stopAfterHttp(EmbeddedDatabase database) {
    try {
      HTTP_STOPPED.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    database.close();
  }

  private static void hand(Settings settings, DatabaseAddress database) {
    System.setProperty("hypersweep.home", settings.home().toString());
    System.setProperty("hypersweep.host", settings.host());
    System.setProperty("hypersweep.port", Integer.toString(settings.port()));
    System.setProperty("quarkus.datasource.jdbc.url", database.jdbcUrl());
    if (database.user() != null) {
      System.setProperty("quarkus.datasource.username", database.user());
    }
    if (database.password() != null) {
      System.setProperty("quarkus.datasource.password", database.password());
    }
  }

  private static void demandFreePort(String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
    } catch (BindException e) {
      if (!Addresses.areOurs(host)) {
        throw new StartFailure(
            "HYPERSWEEP_HOST is "
                + host
                + ": this machine has no such address. Set it to one of its own, or to 0.0.0.0.");
      }
      throw new StartFailure(
          "Port "
              + port
              + " of "
              + host
              + " cannot be used ("
              + e.getMessage()
              + "): set HYPERSWEEP_PORT to a free one.");
    } catch (IOException | RuntimeException e) {
      throw new StartFailure("Cannot listen on " + host + ":" + port + ": " + e.getMessage());
    }
  }

  private static void ended(int status, Throwable failure) {
    HTTP_STOPPED.countDown();
    if (failure != null) {
      fail("The orchestrator did not start: " + rootOf(failure));
    } else if (status != 0) {
      System.exit(status);
    }
  }

  private static String rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse(root.toString());
  }

  private static void fail(String message) {
    System.err.println("hypersweep: " + message);
    System.exit(1);
  }
}
