package dev.hypersweep.agent.attempt;

import dev.hypersweep.agent.Stop;
import dev.hypersweep.agent.Timing;
import dev.hypersweep.agent.spool.DiskFault;
import dev.hypersweep.agent.status.AgentStatus;
import dev.hypersweep.agent.wire.Answer;
import dev.hypersweep.agent.wire.Backoff;
import dev.hypersweep.agent.wire.Orchestrator;
import dev.hypersweep.protocol.ResumePoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** Fetches the checkpoint that an attempt goes on from, and checks that it is the one. */
final class ResumeDownload {

  private static final int MOST_WRONG = 3;

  private final Orchestrator orchestrator;
  private final AgentStatus status;
  private final Stop stop;
  private final Backoff backoff;

  ResumeDownload(Orchestrator orchestrator, AgentStatus status, Stop stop, Timing timing) {
    this.orchestrator = orchestrator;
    this.status = status;
    this.stop = stop;
    this.backoff = new Backoff(timing.backoffFirst(), timing.backoffMost());
  }

  /**
   * Blocks until the checkpoint is there; waits for an orchestrator that is away.
   *
   * @param pointless nobody wants it any more
   * @return false if it was given up, because of {@code pointless} or because the agent stops
   * @throws DiskFault if the disk does not take it
   * @throws IOException if the orchestrator does not have it, or sends other content
   */
  boolean fetch(ResumePoint point, Path file, BooleanSupplier pointless)
      throws IOException, InterruptedException {
    for (int wrong = 0; !pointless.getAsBoolean(); ) {
      Answer<Path> answer = orchestrator.download(point.sha256(), file);
      if (answer instanceof Answer.Accepted<Path>) {
        status.reached();
        String found = CheckpointUpload.sha256(file);
        if (found.equals(point.sha256())) {
          return true;
        }
        if (++wrong == MOST_WRONG) {
          throw new IOException("checkpoint " + point.sha256() + " came as " + found);
        }
      } else if (answer instanceof Answer.Refused<Path> refused) {
        throw new IOException("checkpoint " + point.sha256() + ": " + refused.problem());
      } else if (answer instanceof Answer.Superseded<Path> superseded) {
        throw new IOException("checkpoint " + point.sha256() + ": " + superseded.problem());
      } else if (answer instanceof Answer.Away<Path> away) {
        if (DiskFault.isMeantBy(away.reason())) {
          throw new DiskFault(file.getParent(), away.reason());
        }
        status.away(away.reason());
      }
      if (stop.pause(backoff.next())) {
        return false;
      }
    }
    return false;
  }
}
