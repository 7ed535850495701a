package dev.hypersweep.catalogue;

import static dev.hypersweep.catalogue.Setting.choice;
import static dev.hypersweep.catalogue.Setting.integer;
import static dev.hypersweep.catalogue.Setting.number;
import static dev.hypersweep.catalogue.Variants.ADAPTED;
import static dev.hypersweep.catalogue.Variants.EVERY;
import static dev.hypersweep.catalogue.Variants.HYPER;
import static dev.hypersweep.catalogue.Variants.SPARSE;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every setting, in the order in which tables show them. */
public final class Settings {

  private static final List<Setting> ARCHITECTURE =
      List.of(
          integer("layers", 2, 1, 48, EVERY, "transformer blocks"),
          integer("hidden", 64, 8, 8192, EVERY, "model width d"),
          integer("heads", 4, 1, 128, EVERY, "attention heads; must divide hidden"),
          integer("ffn", 256, 8, 65536, EVERY, "inner width of an expert or feed-forward network"),
          integer("vocabulary", 4000, 100, 200000, EVERY, "most frequent words that have a vector"),
          integer("sequence_length", 32, 4, 4096, EVERY, "tokens kept of an example"),
          integer("experts", 8, 2, 256, SPARSE, "experts N in a sparse layer"),
          integer("top_k", 1, 1, 256, SPARSE, "experts k that a token is sent to; at most experts"),
          integer("sparse_every", 2, 1, 48, SPARSE, "every n-th block is sparse, from the n-th on"),
          number("balance", 0.01, 0, 10, SPARSE, "weight of the load balancing loss"),
          integer("bottleneck", 16, 1, 4096, ADAPTED, "inner width b of adapter or HyperExpert"),
          integer("expert_embedding", 32, 1, 4096, HYPER, "width t of an expert's embedding"),
          integer("selection_embedding", 64, 1, 4096, HYPER, "width of the selection embedding p"),
          integer("layer_embedding", 10, 1, 1024, HYPER, "width of a layer's embedding"),
          integer("hypernetwork", 64, 1, 4096, HYPER, "hidden width of the hypernetwork"),
          choice(
              "aggregation",
              List.of("mean", "sum"),
              HYPER,
              "how embeddings of unselected experts are put together"));

  private static final List<Setting> ALL =
      Stream.concat(ARCHITECTURE.stream(), TrainingSettings.ALL.stream()).toList();

  private Settings() {}

  /** Every setting. */
  public static List<Setting> all() {
    return ALL;
  }

  /** The settings that exist for a variant, in table order. */
  public static List<Setting> of(String variant) {
    return ALL.stream().filter(setting -> setting.variants().contains(variant)).toList();
  }

  /** The setting of that name. */
  public static Optional<Setting> named(String name) {
    return ALL.stream().filter(setting -> setting.name().equals(name)).findFirst();
  }
}
