package dev.hypersweep.trainer.checkpoint;

/**
 * A model file that is damaged, hostile or of an unknown form; the message names file and place.
 */
public final class MalformedCheckpoint extends RuntimeException {

  public MalformedCheckpoint(String message) {
    super(message);
  }

  public MalformedCheckpoint(String message, Throwable cause) {
    super(message, cause);
  }
}
