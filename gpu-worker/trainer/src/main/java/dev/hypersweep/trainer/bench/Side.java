package dev.hypersweep.trainer.bench;

/**
 * Whose model it is, and which.
 *
 * @param size what sets it apart from others of the variant, for example {@code N 16}; empty if
 *     there are no others
 */
record Side(String peer, Variant variant, String size) {

  static final String HYPERSWEEP = "hypersweep";
  static final String PYTORCH = "pytorch";

  /** Of HyperSweep. */
  static final String VERSION = "0.1.0";

  Side(String peer, Variant variant) {
    this(peer, variant, "");
  }

  @Override
  public String toString() {
    return (peer + " " + variant.title() + " " + size).strip();
  }
}
