package dev.hypersweep.trainer.data;

/** A dataset could not be fetched; the message names dataset, address and fix. */
public final class FetchFailed extends RuntimeException {

  public FetchFailed(String message) {
    super(message);
  }
}
