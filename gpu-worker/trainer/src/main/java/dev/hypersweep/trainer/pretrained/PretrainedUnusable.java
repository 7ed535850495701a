package dev.hypersweep.trainer.pretrained;

/** A pretrained model is not there, not the one that was asked for, or damaged. */
public final class PretrainedUnusable extends RuntimeException {

  public PretrainedUnusable(String message) {
    super(message);
  }

  public PretrainedUnusable(String message, Throwable cause) {
    super(message, cause);
  }
}
