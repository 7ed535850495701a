package dev.hypersweep.trainer.bench;

/** Whose model it is, and which. */
record Side(String peer, Variant variant) {

  static final String HYPERSWEEP = "hypersweep";
  static final String PYTORCH = "pytorch";

  /** Of HyperSweep. */
  static final String VERSION = "0.1.0";

  @Override
  public String toString() {
    return peer + " " + variant.title();
  }
}
