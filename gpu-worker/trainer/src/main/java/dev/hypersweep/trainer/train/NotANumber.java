package dev.hypersweep.trainer.train;

/** Loss or gradient is not a finite number any more. */
public final class NotANumber extends RuntimeException {

  public NotANumber(String message) {
    super(message);
  }
}
