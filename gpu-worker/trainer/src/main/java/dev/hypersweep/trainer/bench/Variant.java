package dev.hypersweep.trainer.bench;

import java.util.Arrays;

/** The models whose steps are timed. */
enum Variant {
  /** A feed-forward network in every block. */
  DENSE("dense"),
  /** A mixture of experts in every second block. */
  MOE("moe"),
  /**
   * The same with HyperExperts from a learned table, generated once per set of selected experts.
   */
  HYPERMOE("hypermoe"),
  /** The same, expert embeddings being convolved from the experts' weights. */
  CONVOLUTION("hypermoe-conv"),
  /** The same without gradient into those weights. */
  DETACHED("hypermoe-conv-detached"),
  /** {@link #HYPERMOE} with a HyperExpert generated for every token. */
  PER_TOKEN("hypermoe-per-token");

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
    return title;
  }
}
