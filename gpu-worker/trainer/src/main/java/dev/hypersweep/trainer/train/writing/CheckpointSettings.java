package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.catalogue.Variants;
import dev.hypersweep.trainer.model.SparseConfiguration;
import dev.hypersweep.trainer.train.InvalidSetting;
import dev.hypersweep.trainer.train.SettingValues;
import dev.hypersweep.trainer.train.SparseConfigurations;
import java.util.Map;

/** Settings that a checkpoint decides are refused unless they agree or stand by themselves. */
final class CheckpointSettings {

  private CheckpointSettings() {}

  /**
   * @param decided settings by name, and what the checkpoint has
   * @throws InvalidSetting naming the setting, its value and the fix
   */
  static void refuseOthers(SettingValues settings, Map<String, Integer> decided) {
    settings.refuseOther("vocabulary", "the tokens of the checkpoint's tokenizer");
    decided.forEach(settings::refuseOther);
  }

  /** Positions are enough for what is to be read at once. */
  static void refuseLonger(int wanted, int positions) {
    if (wanted > positions) {
      throw new InvalidSetting(
          "settings.sequence_length: "
              + wanted
              + " tokens would be read at once, above the "
              + positions
              + " positions of the checkpoint; give less");
    }
  }

  /**
   * Experts that are copies of a dense checkpoint's networks.
   *
   * @param layers of a stack
   * @param innerWidth of the networks
   * @return null for a dense model
   */
  static SparseConfiguration upcycled(
      String variant, SettingValues settings, int layers, int innerWidth) {
    if (variant.equals(Variants.DENSE)) {
      return null;
    }
    refuseMatched(variant);
    int every = settings.integer("sparse_every");
    if (every > layers) {
      throw new InvalidSetting(
          "settings.sparse_every: "
              + every
              + " is above the "
              + layers
              + " layers of the model, so none would have experts; give 1 to "
              + layers);
    }
    refuseOthers(settings, Map.of("expert_ffn", innerWidth, "shared_experts", 0));
    return SparseConfigurations.of(variant, settings).withInnerWidth(innerWidth);
  }

  /** A checkpoint's experts cannot be widened. */
  static void refuseMatched(String variant) {
    if (variant.equals(Variants.MOE_MATCHED)) {
      throw new InvalidSetting(
          "variant: "
              + variant
              + " widens its experts, which those of a pretrained model cannot be; take moe");
    }
  }

  /** A checkpoint that has experts cannot be dense. */
  static void refuseDense(String variant) {
    if (variant.equals(Variants.DENSE)) {
      throw new InvalidSetting("variant: " + variant + ": the checkpoint has experts; take moe");
    }
  }
}
