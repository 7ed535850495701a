package dev.hypersweep.trainer.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.TrainerEvent;
import dev.hypersweep.protocol.TrainerTask;
import dev.hypersweep.trainer.data.Corpora;
import dev.hypersweep.trainer.environment.Environments;
import dev.hypersweep.trainer.train.Execution;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * {@code work}: executes the {@link TrainerTask} on the first line of standard input and writes
 * {@link TrainerEvent} lines. The last line is {@code finished} or {@code paused} (exit status 0)
 * or {@code failed} (1); a cancelled run ends without any of them, with 0.
 */
public final class Work {

  private Work() {}

  public static int run(InputStream in, PrintStream out) throws IOException {
    EventStream events = new EventStream(out);
    try {
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      TrainerTask task = task(lines.readLine());
      Execution execution = new Execution(Corpora.ofEnvironment(), new Environments());
      Execution.Outcome outcome = execution.run(task, events, Signals.listen(lines));
      return end(outcome, events);
    } catch (Exception | OutOfMemoryError | UnsatisfiedLinkError e) {
      return failed(events, Failures.classOf(e), Failures.message(e), events.step());
    }
  }

  private static TrainerTask task(String line) throws JsonProcessingException {
    if (line == null) {
      throw new IllegalArgumentException("standard input ended before a task came");
    }
    return Json.MAPPER.readValue(line, TrainerTask.class);
  }

  private static int end(Execution.Outcome outcome, EventStream events) {
    if (outcome.paused()) {
      events.write(new TrainerEvent.Paused(outcome.step()));
      return 0;
    }
    return switch (outcome.signal()) {
      case CONTINUE, PRUNE -> {
        events.write(new TrainerEvent.Finished(outcome.result()));
        yield 0;
      }
      case STOP ->
          failed(
              events,
              FailureClass.PREEMPTED,
              "stopped as it was told to; resumes from its" + " checkpoint",
              outcome.step());
      case CANCEL -> 0;
    };
  }

  private static int failed(
      EventStream events, FailureClass failureClass, String message, long step) {
    System.err.println(failureClass + " at step " + step + ": " + message);
    events.write(new TrainerEvent.Failed(failureClass, message, step));
    return 1;
  }
}
