package dev.hypersweep.catalogue;

import static dev.hypersweep.catalogue.Setting.integer;
import static dev.hypersweep.catalogue.Variants.EVERY;

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
          integer("ffn", 256, 8, 65536, EVERY, "inner width f of a feed-forward network"),
          integer(
              "vocabulary",
              4000,
              100,
              200000,
              EVERY,
              "most frequent words that have a vector; of a byte-pair encoding, its tokens"),
          integer(
              "sequence_length",
              32,
              4,
              4096,
              EVERY,
              "tokens kept of an example, or of its source; of a language model, those it reads at"
                  + " once"),
          integer(
              "stride",
              128,
              0,
              4096,
              EVERY,
              "spans: tokens that a window of a long text repeats from the one before"),
          integer("longest_answer", 30, 1, 4096, EVERY, "spans: most tokens of an answer"),
          integer(
              "target_length",
              32,
              2,
              4096,
              EVERY,
              "text-to-text: tokens kept of a target, and at most written"));

  private static final List<Setting> ALL =
      Stream.of(BackboneSettings.ALL, ARCHITECTURE, SparseSettings.ALL, TrainingSettings.ALL)
          .flatMap(List::stream)
          .toList();

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
