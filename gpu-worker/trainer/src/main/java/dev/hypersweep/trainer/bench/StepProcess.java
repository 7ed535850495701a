package dev.hypersweep.trainer.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that serves one model, ours or PyTorch's; it ends with {@link #close}. */
final class StepProcess implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE = 10;

  private final Side side;
  private final Process process;
  private final PrintStream commands;
  private final BufferedReader answers;
  private final JsonNode ready;

  /**
   * Starts it and waits until its model stands.
   *
   * @throws IOException if it ends before; what it said is on standard error
   */
  StepProcess(Side side, List<String> command) throws IOException {
    this.side = side;
    this.process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.ready = answer("start");
  }

  /** Our side. */
  static StepProcess ours(Workload workload, Variant variant) throws IOException {
    return ours(workload, new Side(Side.HYPERSWEEP, variant));
  }

  /** Our side: a JVM like the one of a run, its heap of one size so that only tensors grow. */
  static StepProcess ours(Workload workload, Side side) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(StepServer.class.getName());
    command.add(side.variant().title());
    command.addAll(WorkloadOptions.write(workload));
    return new StepProcess(side, command);
  }

  Side side() {
    return side;
  }

  /** What it said of itself when it stood. */
  JsonNode ready() {
    return ready;
  }

  /**
   * Has it carry out a command.
   *
   * @throws IOException if it ends instead of answering
   */
  JsonNode ask(String command) throws IOException {
    commands.println(command);
    return answer(command);
  }

  private JsonNode answer(String command) throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException(side + " ended at '" + command + "'; what it said stands above");
    }
    return JSON.readTree(line);
  }

  @Override
  public void close() {
    commands.println("quit");
    commands.close();
    try {
      if (process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
