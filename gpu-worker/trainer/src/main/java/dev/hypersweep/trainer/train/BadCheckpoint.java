package dev.hypersweep.trainer.train;

/** A checkpoint that cannot be gone on from; the message says why. */
public final class BadCheckpoint extends RuntimeException {

  public BadCheckpoint(String message) {
    super(message);
  }
}
