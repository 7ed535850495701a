package dev.hypersweep.trainer.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.hypersweep.protocol.MetricArray;
import dev.hypersweep.protocol.MetricPoint;
import dev.hypersweep.protocol.StepDigests;
import dev.hypersweep.protocol.TrainerEvent;
import dev.hypersweep.trainer.train.Progress;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Writes events as JSON lines, each at once. */
final class EventStream implements Progress {

  private static final ObjectWriter WRITER = Json.MAPPER.writerFor(TrainerEvent.class);

  private final PrintStream out;
  private long step;

  EventStream(PrintStream out) {
    this.out = out;
  }

  @Override
  public void reported(
      long step, List<MetricPoint> points, List<MetricArray> arrays, StepDigests digests) {
    this.step = step;
    // Standard error becomes the run's log.
    TruncationLines.print(points, System.err);
    EvaluationLines.print(points, System.err);
    write(new TrainerEvent.Progress(step, points, digests, arrays.isEmpty() ? null : arrays));
  }

  @Override
  public void checkpointed(long step, Path path) {
    write(new TrainerEvent.Checkpoint(step, path.toAbsolutePath().toString()));
  }

  @Override
  public void artifact(String kind, Path path) {
    write(new TrainerEvent.Artifact(kind, path.toAbsolutePath().toString()));
  }

  /** The last step that was reported. */
  long step() {
    return step;
  }

  void write(TrainerEvent event) {
    try {
      out.println(WRITER.writeValueAsString(event));
      out.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event without a JSON form: " + event, e);
    }
  }
}
