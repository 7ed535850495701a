package dev.hypersweep.agent.trainer;

import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.TrainerEvent;
import java.io.IOException;

/**
 * Hears a trainer from two threads, events in their order and lines in theirs. An IOException says
 * that what was heard cannot be kept.
 */
public interface TrainerListener {

  void event(TrainerEvent event) throws IOException;

  /** A line of standard error, or of standard output if it is no event. */
  void line(String line) throws IOException;

  /** What the trainer says is lost from here on, and it is being killed for that. */
  void lost(FailureClass failureClass, String message);
}
