package dev.hypersweep.trainer.command;

import dev.hypersweep.protocol.TrainerEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real trainer process on this class path. */
final class TrainerProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;
  private final Writer input;

  private TrainerProcess(Process process) {
    this.process = process;
    this.output = process.inputReader();
    this.input = process.outputWriter();
  }

  static TrainerProcess start(String... arguments) throws IOException {
    return start(Map.of(), arguments);
  }

  /** What it says to people stands among its answers. */
  static TrainerProcess withErrors(String... arguments) throws IOException {
    return new TrainerProcess(builder(arguments).redirectErrorStream(true).start());
  }

  static TrainerProcess start(Map<String, String> environment, String... arguments)
      throws IOException {
    ProcessBuilder builder = builder(arguments);
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return new TrainerProcess(builder.start());
  }

  private static ProcessBuilder builder(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("dev.hypersweep.trainer.Trainer");
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  void send(String line) throws IOException {
    input.write(line + "\n");
    input.flush();
  }

  void closeInput() throws IOException {
    input.close();
  }

  /** The next line of standard output, or null at its end. */
  String line() throws IOException {
    return output.readLine();
  }

  /** The next event of that kind; those before it are passed over. */
  <E extends TrainerEvent> E event(Class<E> kind) throws IOException {
    for (String line = line(); line != null; line = line()) {
      TrainerEvent event = Json.MAPPER.readValue(line, TrainerEvent.class);
      if (kind.isInstance(event)) {
        return kind.cast(event);
      }
    }
    throw new AssertionError("the trainer ended without a " + kind.getSimpleName());
  }

  boolean lives() {
    return process.isAlive();
  }

  int status() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
