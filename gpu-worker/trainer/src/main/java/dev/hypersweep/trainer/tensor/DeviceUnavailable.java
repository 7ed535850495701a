package dev.hypersweep.trainer.tensor;

/** A device was asked for that this process cannot use; the message says what to check. */
public final class DeviceUnavailable extends RuntimeException {

  public DeviceUnavailable(String message) {
    super(message);
  }
}
