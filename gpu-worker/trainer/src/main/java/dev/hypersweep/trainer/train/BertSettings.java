package dev.hypersweep.trainer.train;

import dev.hypersweep.catalogue.Variants;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.trainer.model.Head;
import dev.hypersweep.trainer.model.MatchedParameters;
import dev.hypersweep.trainer.model.SparseConfiguration;
import dev.hypersweep.trainer.model.bert.BertConfiguration;
import dev.hypersweep.trainer.model.bert.BertReading;
import dev.hypersweep.trainer.nn.Activation;

/** From the settings of a run to the numbers that make its BERT. */
final class BertSettings {

  private static final int SEGMENTS = 2;
  private static final double EPSILON = 1e-12;
  private static final int PADDING = 0;
  private static final double DEVIATION = 0.02;

  private BertSettings() {}

  /** A BERT that begins at random. */
  static BertConfiguration sizes(SettingValues settings, int rows) {
    settings.refuseOther("vocabulary", "the tokens of BERT's own vocabulary");
    double dropout = settings.number("dropout");
    return new BertConfiguration(
        rows,
        settings.integer("hidden"),
        settings.integer("layers"),
        settings.integer("heads"),
        settings.integer("ffn"),
        Activation.GELU,
        settings.integer("sequence_length"),
        SEGMENTS,
        EPSILON,
        PADDING,
        dropout,
        dropout,
        dropout,
        DEVIATION);
  }

  /** What the head reads. */
  static BertReading reading(SettingValues settings, Head head) {
    if (head.perToken()) {
      return BertReading.TOKENS;
    }
    return settings.choice("pooling").equals("mean") ? BertReading.MEAN : BertReading.POOLER;
  }

  /** The sparse layers, or null for a dense model. */
  static SparseConfiguration sparse(
      RunSpecification specification, SettingValues settings, BertConfiguration c) {
    if (specification.variant().equals(Variants.DENSE)) {
      return null;
    }
    int every = settings.integer("sparse_every");
    if (every > c.layers()) {
      throw new InvalidSetting(
          "settings.sparse_every: "
              + every
              + " is above the "
              + c.layers()
              + " layers of the model, so none would have experts; give 1 to "
              + c.layers());
    }
    SparseConfiguration sparse = SparseConfigurations.of(specification.variant(), settings);
    if (!settings.choice("pretrained").equals("none")) {
      refuseOtherExperts(specification.variant(), settings, c);
      return sparse.withInnerWidth(c.innerWidth());
    }
    return specification.variant().equals(Variants.MOE_MATCHED)
        ? MatchedParameters.of(c.sizes(1, sparse), SparseConfigurations.hyper(settings)).sparse()
        : sparse;
  }

  /** Copies of a network have its width, and beside them nothing that it did not have. */
  private static void refuseOtherExperts(
      String variant, SettingValues settings, BertConfiguration c) {
    if (variant.equals(Variants.MOE_MATCHED)) {
      throw new InvalidSetting(
          "variant: "
              + variant
              + " widens its experts, which copies of a pretrained network cannot be; take moe");
    }
    settings.refuseOther("expert_ffn", c.innerWidth());
    settings.refuseOther("shared_experts", 0);
  }

  /**
   * Refuses settings that a checkpoint decides, unless they are as they stand by themselves or as
   * the checkpoint has them.
   *
   * @throws InvalidSetting naming the setting, its value and the fix
   */
  static void refuseOthers(SettingValues settings, BertConfiguration c) {
    settings.refuseOther("vocabulary", "the tokens of the checkpoint's tokenizer");
    settings.refuseOther("layers", c.layers());
    settings.refuseOther("hidden", c.width());
    settings.refuseOther("heads", c.heads());
    settings.refuseOther("ffn", c.innerWidth());
    int length = settings.integer("sequence_length");
    if (length > c.positions()) {
      throw new InvalidSetting(
          "settings.sequence_length: "
              + length
              + " is above the "
              + c.positions()
              + " positions of the checkpoint; give 4 to "
              + c.positions());
    }
  }
}
