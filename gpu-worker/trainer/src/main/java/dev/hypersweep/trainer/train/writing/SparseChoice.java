package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.catalogue.Variants;
import dev.hypersweep.trainer.model.SparseConfiguration;
import dev.hypersweep.trainer.train.SettingValues;
import dev.hypersweep.trainer.train.SparseConfigurations;
import java.util.function.ToLongFunction;

/** The sparse layers that a variant and its settings ask for. */
final class SparseChoice {

  private SparseChoice() {}

  /**
   * Of a network that begins at random.
   *
   * @param size parameters of the whole network with such layers
   * @return null for a dense one
   */
  static SparseConfiguration of(
      String variant, SettingValues settings, ToLongFunction<SparseConfiguration> size) {
    if (variant.equals(Variants.DENSE)) {
      return null;
    }
    SparseConfiguration sparse = SparseConfigurations.of(variant, settings);
    return variant.equals(Variants.MOE_MATCHED) ? matched(sparse, settings, size) : sparse;
  }

  /**
   * Experts as wide as brings the total nearest to that of HyperMoE: with E experts, one more of
   * width costs what all of them grow by, so the totals differ by at most half of that.
   */
  private static SparseConfiguration matched(
      SparseConfiguration plain, SettingValues settings, ToLongFunction<SparseConfiguration> size) {
    long own = size.applyAsLong(plain);
    long wanted = size.applyAsLong(plain.withCompanion(SparseConfigurations.hyper(settings)));
    int width = plain.innerWidth();
    long step = size.applyAsLong(plain.withInnerWidth(width + 1)) - own;
    long more = Math.round((double) (wanted - own) / step);
    return plain.withInnerWidth(Math.toIntExact(width + more));
  }
}
