package dev.hypersweep.agent.attempt;

import dev.hypersweep.agent.spool.Recorder;
import dev.hypersweep.agent.trainer.TrainerListener;
import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.RunFailure;
import dev.hypersweep.protocol.RunPause;
import dev.hypersweep.protocol.RunResult;
import dev.hypersweep.protocol.TrainerEvent;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the trainer said: everything but its last word goes to the recorder at once; the last word
 * is kept until the process has ended, so that its log lies before it. Thread-safe.
 */
final class Hearing implements TrainerListener {

  private final Recorder recorder;
  private final long generation;
  private final AtomicReference<RunResult> result = new AtomicReference<>();
  private final AtomicReference<RunPause> pause = new AtomicReference<>();
  private final AtomicReference<RunFailure> failure = new AtomicReference<>();

  Hearing(Recorder recorder, long generation) {
    this.recorder = recorder;
    this.generation = generation;
  }

  @Override
  public void event(TrainerEvent event) throws IOException {
    if (event instanceof TrainerEvent.Progress progress) {
      recorder.progress(progress);
    } else if (event instanceof TrainerEvent.Checkpoint checkpoint) {
      recorder.checkpoint(checkpoint);
    } else if (event instanceof TrainerEvent.Artifact artifact) {
      recorder.artifact(artifact);
    } else if (event instanceof TrainerEvent.Finished finished) {
      RunResult r = finished.result();
      result.compareAndSet(
          null,
          new RunResult(
              generation,
              r.metrics(),
              r.steps(),
              r.chain(),
              r.pruned(),
              r.cost(),
              r.manifest(),
              r.seal(),
              r.earlyStop()));
    } else if (event instanceof TrainerEvent.Paused paused) {
      pause.compareAndSet(null, new RunPause(generation, paused.step()));
    } else if (event instanceof TrainerEvent.Failed failed) {
      fail(failed.failureClass(), failed.message(), failed.step());
    }
  }

  @Override
  public void line(String line) throws IOException {
    recorder.line(line);
  }

  @Override
  public void lost(FailureClass failureClass, String message) {
    fail(failureClass, message, recorder.step());
  }

  private void fail(FailureClass failureClass, String message, long step) {
    failure.compareAndSet(
        null, new RunFailure(generation, failureClass, Messages.cut(message), step));
  }

  /** True once the trainer has nothing more to say. */
  boolean lastWordHeard() {
    return result.get() != null || pause.get() != null || failure.get() != null;
  }

  /** A failure weighs more: after one, part of what led to the result may be lost. */
  Optional<RunFailure> failure() {
    return Optional.ofNullable(failure.get());
  }

  Optional<RunResult> result() {
    return Optional.ofNullable(result.get());
  }

  Optional<RunPause> pause() {
    return Optional.ofNullable(pause.get());
  }
}
