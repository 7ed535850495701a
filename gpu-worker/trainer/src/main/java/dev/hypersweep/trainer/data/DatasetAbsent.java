package dev.hypersweep.trainer.data;

/** A dataset is not on this machine; the message says where it is looked for. */
public final class DatasetAbsent extends RuntimeException {

  public DatasetAbsent(String message) {
    super(message);
  }
}
