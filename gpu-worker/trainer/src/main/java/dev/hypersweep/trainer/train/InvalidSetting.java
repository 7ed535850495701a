package dev.hypersweep.trainer.train;

/** A run specification asks for what cannot be; the message names setting, value and fix. */
public final class InvalidSetting extends RuntimeException {

  public InvalidSetting(String message) {
    super(message);
  }
}
