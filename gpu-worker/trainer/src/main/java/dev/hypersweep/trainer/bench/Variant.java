package dev.hypersweep.trainer.bench;

import java.util.Arrays;
import java.util.Locale;

/** The models whose steps are timed. */
enum Variant {
  /** A feed-forward network in every block. */
  DENSE("dense"),
  /** A mixture of experts in every second block. */
  MOE("moe"),
  /** The same with HyperExperts, generated once per distinct set of selected experts. */
  HYPERMOE("hypermoe");

  private final String title;

  Variant(String title) {
    this.title = title;
  }

  /** As in commands and tables. */
  String title() {
    return title;
  }

  /**
   * The variant of that title.
   *
   * @throws IllegalArgumentException naming those that are known
   */
  static Variant titled(String title) {
    return Arrays.stream(values())
        .filter(variant -> variant.title.equals(title))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "variant "
                        + title
                        + " is unknown; known are "
                        + Arrays.stream(values()).map(Variant::title).toList()));
  }

  /** Whether PyTorch's side has it too. */
  boolean hasPeer() {
    return this == DENSE || this == MOE || this == HYPERMOE;
  }

  @Override
  public String toString() {
    return title.toLowerCase(Locale.ROOT);
  }
}
