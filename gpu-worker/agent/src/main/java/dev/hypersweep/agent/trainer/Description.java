package dev.hypersweep.agent.trainer;

import dev.hypersweep.agent.Stop;
import dev.hypersweep.agent.wire.Json;
import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.WorkerDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Asks the trainer what this worker can do. */
public final class Description {

  private static final Logger LOG = Logger.getLogger(Description.class);
  private static final long MINUTES = 10;

  /** The trainer could not describe this worker; the message holds its own words. */
  public static final class Failed extends Exception {
    Failed(String message) {
      super(message);
    }
  }

  private Description() {}

  /**
   * Runs {@code COMMAND describe}.
   *
   * @param memory bytes to offer instead of what the trainer found
   * @throws Failed if it fails, or finds another device than the one asked for: a worker never
   *     falls back to the CPU by itself
   */
  public static WorkerDescription ask(
      TrainerCommand command, String device, int threads, OptionalLong memory, Stop stop)
      throws Failed, InterruptedException {
    LastLines log = new LastLines();
    AtomicReference<String> answer = new AtomicReference<>();
    String[] verb = {"describe", "--threads", Integer.toString(threads), "--device", device};
    Process process = start(command, threads, verb);
    try {
      Thread lines = reader("describe-log", process.errorReader()::lines, log::add);
      Thread output =
          reader(
              "describe-answer",
              process.inputReader()::lines,
              line -> {
                if (line.startsWith("{")) {
                  answer.set(line);
                }
              });
      if (!ended(process, stop)) {
        throw new Failed("`describe` gave no answer within " + MINUTES + " minutes\n" + log.text());
      }
      lines.join(TimeUnit.SECONDS.toMillis(5));
      output.join(TimeUnit.SECONDS.toMillis(5));
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0 || answer.get() == null) {
      throw new Failed(
          "`describe --device %s` ended with exit status %d:%n%s"
              .formatted(device, process.exitValue(), log.text()));
    }
    log.text().lines().forEach(line -> LOG.infof("trainer: %s", line));
    return read(answer.get(), device, threads, memory);
  }

  private static boolean ended(Process process, Stop stop) throws Failed, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
    while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
      if (stop.asked()) {
        throw new Failed("the agent was stopped before the trainer had described this worker");
      }
      if (System.nanoTime() > deadline) {
        return false;
      }
    }
    return true;
  }

  private static WorkerDescription read(
      String answer, String device, int threads, OptionalLong memory) throws Failed {
    WorkerDescription found;
    try {
      found = Json.read(answer, WorkerDescription.class);
    } catch (IOException e) {
      throw new Failed("`describe` answered what is no description: " + answer);
    }
    Resources resources = found.resources();
    if (!device.equals(resources.device()) || threads != resources.threads()) {
      throw new Failed(
          "asked for %s with %d threads, but the trainer offers %s with %d"
              .formatted(device, threads, resources.device(), resources.threads()));
    }
    return new WorkerDescription(
        new Resources(device, threads, memory.orElse(resources.memoryBytes())),
        found.environment(),
        found.datasets());
  }

  private static Process start(TrainerCommand command, int threads, String... verb) throws Failed {
    try {
      Process process = command.process(threads, verb).start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new Failed(
          "HYPERSWEEP_TRAINER_COMMAND cannot be started: "
              + command.words()
              + ": "
              + e.getMessage());
    }
  }

  private static Thread reader(
      String name, Supplier<Stream<String>> lines, Consumer<String> consumer) {
    Thread thread =
        new Thread(
            () -> {
              try {
                lines.get().forEach(consumer);
              } catch (UncheckedIOException e) {
                LOG.debugf("%s ends: %s", name, e.getMessage());
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
