package dev.hypersweep.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The architectures, from the plainest to the paper's. */
public final class Variants {

  public static final String DENSE = "dense";
  public static final String MOE = "moe";
  public static final String MOE_SHARE = "moe-share";
  public static final String MOE_ADAPTERS = "moe-adapters";
  public static final String MOE_MATCHED = "moe-matched";
  public static final String HYPERMOE = "hypermoe";

  /** Every variant name. */
  static final Set<String> EVERY =
      Set.of(DENSE, MOE, MOE_SHARE, MOE_ADAPTERS, MOE_MATCHED, HYPERMOE);

  /** Those with a gate and experts. */
  static final Set<String> SPARSE = Set.of(MOE, MOE_SHARE, MOE_ADAPTERS, MOE_MATCHED, HYPERMOE);

  /** Those with a bottleneck module beside the experts. */
  static final Set<String> ACCOMPANIED = Set.of(MOE_SHARE, MOE_ADAPTERS, HYPERMOE);

  /** Those with a bottleneck module beside the experts, or sized like one that has. */
  static final Set<String> ADAPTED = Set.of(MOE_SHARE, MOE_ADAPTERS, MOE_MATCHED, HYPERMOE);

  /** Those with a hypernetwork, or sized like one that has. */
  static final Set<String> HYPER = Set.of(MOE_MATCHED, HYPERMOE);

  private static final List<Variant> ALL =
      List.of(
          new Variant(DENSE, "one feed-forward network for every token"),
          new Variant(MOE, "a gate sends each token to its top-k experts"),
          new Variant(MOE_SHARE, "moe, and one bottleneck adapter that every token passes"),
          new Variant(MOE_ADAPTERS, "moe, and a bottleneck adapter of its own beside each expert"),
          new Variant(MOE_MATCHED, "moe, its experts widened until it has hypermoe's parameters"),
          new Variant(
              HYPERMOE,
              "moe, and a HyperExpert generated from the experts that were not selected"));

  private Variants() {}

  /** Every variant. */
  public static List<Variant> all() {
    return ALL;
  }

  /** The variant of that name. */
  public static Optional<Variant> named(String name) {
    return ALL.stream().filter(variant -> variant.name().equals(name)).findFirst();
  }
}
