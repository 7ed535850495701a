package dev.hypersweep.cli.local;

import dev.hypersweep.cli.home.Home;
import dev.hypersweep.cli.rest.Client;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * An orchestrator and its workers on this machine, as our children. Started in order, watched,
 * started again when one dies, and stopped in order (workers, then the orchestrator with its
 * PostgreSQL) by {@link #close}, by Ctrl-C and by SIGTERM, each wait bounded.
 */
public final class LocalPlatform implements AutoCloseable {

  private final Home home;
  private final Programs programs;
  private final Map<String, String> environment;
  private final PrintStream progress;
  private final Children children;
  private final TrainerCheck trainer;
  private final CountDownLatch gaveUp = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stopAtSignal, "stop");
  private HomeLock lock;
  private volatile boolean serving;

  /** Nothing is started yet. */
  public LocalPlatform(
      Home home, Programs programs, Map<String, String> environment, PrintStream progress) {
    this.home = home;
    this.programs = programs;
    this.environment = environment;
    this.progress = progress;
    this.children = new Children(home);
    this.trainer = new TrainerCheck(home, programs);
  }

  /**
   * Starts everything and returns when the orchestrator is ready and all workers are registered.
   *
   * @param port of the orchestrator, or null for what the environment or the standard says
   * @param workers how many, each with one thread
   * @throws IllegalArgumentException if a setting cannot be meant
   * @throws CannotStart if something died or took too long; {@link #close} stops what was started
   */
  public Client start(Integer port, int workers) {
    StartCheck check = new StartCheck(environment, home);
    check.settings(port);
    lock = HomeLock.take(home);
    check.space();
    Runtime.getRuntime().addShutdownHook(hook);
    stopLeftovers();
    progress.println("starting the orchestrator and " + count(workers));
    if (workers > 0) {
      trainer.begin();
    }
    Client client = new OrchestratorStart(home, programs, children).start(port);
    if (workers > 0) {
      trainer.await();
    }
    new WorkersStart(home, programs, environment, children).start(client, workers);
    progress.printf(
        "serving on %s with %s; logs in %s%n", client.url(), count(workers), home.logs());
    Thread supervision =
        new Thread(new Supervision(children, progress, gaveUp::countDown), "supervision");
    supervision.setDaemon(true);
    supervision.start();
    return client;
  }

  /**
   * Keeps serving. Ctrl-C and SIGTERM end the process from here with status 0, after everything was
   * stopped; the method returns only if children keep dying.
   */
  public void serve() throws InterruptedException {
    serving = true;
    gaveUp.await();
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // A signal came meanwhile and its hook waits for nothing more than we did.
      return;
    }
  }

  private void stopAtSignal() {
    new SignalledStop(progress, this::stop).run();
    if (serving) {
      Runtime.getRuntime().halt(0);
    }
  }

  private void stop() {
    trainer.stop();
    children.stop();
    if (lock != null) {
      lock.close();
    }
  }

  private void stopLeftovers() {
    ProcessRecord.read(home)
        .filter(record -> !record.alive().isEmpty())
        .ifPresent(
            record -> {
              List<String> names = record.alive().stream().map(ProcessRecord.Entry::words).toList();
              progress.println("stopping what a killed launcher left: " + String.join(", ", names));
              record.stopLeftovers();
            });
  }

  private static String count(int workers) {
    return workers + " local worker" + (workers == 1 ? "" : "s");
  }
}
