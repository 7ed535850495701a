package dev.hypersweep.trainer.data;

/** A dataset's file is malformed or incomplete; the message names file, line and fix. */
public final class DatasetBroken extends RuntimeException {

  public DatasetBroken(String message) {
    super(message);
  }
}
