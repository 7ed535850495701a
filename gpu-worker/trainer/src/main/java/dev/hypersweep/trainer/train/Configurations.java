package dev.hypersweep.trainer.train;

import dev.hypersweep.catalogue.Misfit;
import dev.hypersweep.catalogue.Variants;
import dev.hypersweep.trainer.analysis.SimilarityAnalysis;
import dev.hypersweep.trainer.model.MatchedParameters;
import dev.hypersweep.trainer.model.ModelConfiguration;

/** From the settings of a variant to the numbers that make its model. */
public final class Configurations {

  private Configurations() {}

  /**
   * Refuses settings that contradict each other, before any data is read.
   *
   * @throws InvalidSetting naming the setting, its value and the fix
   */
  public static void check(String variant, SettingValues settings) {
    String pretrained = settings.choice("pretrained");
    for (Misfit misfit : Misfit.in(variant, settings.all())) {
      throw new InvalidSetting(
          "settings." + misfit.settings().get(0) + ": " + misfit.message() + "; " + misfit.fix());
    }
    int hidden = settings.integer("hidden");
    int heads = settings.integer("heads");
    if (hidden % heads != 0) {
      throw new InvalidSetting(
          "settings.heads: "
              + heads
              + " does not divide hidden "
              + hidden
              + "; give a divisor of hidden");
    }
    int batch = settings.integer("batch");
    int microBatch = settings.integer("micro_batch");
    if (microBatch > batch) {
      throw new InvalidSetting(
          "settings.micro_batch: "
              + microBatch
              + " is above batch "
              + batch
              + "; give 1 to "
              + batch
              + ", or 0 for the whole batch");
    }
    if (variant.equals(Variants.DENSE)) {
      return;
    }
    int experts = settings.integer("experts");
    int k = settings.integer("top_k");
    if (k > experts) {
      throw new InvalidSetting(
          "settings.top_k: " + k + " is above experts " + experts + "; give 1 to " + experts);
    }
    if (k > 1 && settings.choice("gate").equals("switch")) {
      throw new InvalidSetting(
          "settings.top_k: "
              + k
              + " is above the 1 expert that gate switch sends a token to; give 1, or another gate");
    }
    int most = SimilarityAnalysis.MOST_EXPERTS;
    if (experts > most
        && settings.has("similarity_every")
        && settings.integer("similarity_every") > 0) {
      throw new InvalidSetting(
          "settings.similarity_every: "
              + settings.integer("similarity_every")
              + " with experts "
              + experts
              + ", of which at most "
              + most
              + " can be compared; give 0, or fewer experts");
    }
    if (!pretrained.equals("none")) {
      return; // how many layers there are is for the checkpoint to say
    }
    int layers = settings.integer("layers");
    int every = settings.integer("sparse_every");
    if (every > layers) {
      throw new InvalidSetting(
          "settings.sparse_every: "
              + every
              + " is above layers "
              + layers
              + ", so no block would have experts; give 1 to "
              + layers);
    }
  }

  /**
   * The model for a task.
   *
   * @param rows of the token table
   * @param outputs numbers that its head gives
   */
  public static ModelConfiguration model(
      String variant, SettingValues settings, int rows, int outputs) {
    ModelConfiguration model = plain(variant, settings, rows, outputs);
    return variant.equals(Variants.MOE_MATCHED)
        ? MatchedParameters.of(model, SparseConfigurations.hyper(settings))
        : model;
  }

  private static ModelConfiguration plain(
      String variant, SettingValues settings, int rows, int classes) {
    return new ModelConfiguration(
        settings.integer("layers"),
        settings.integer("hidden"),
        settings.integer("heads"),
        settings.integer("ffn"),
        rows,
        settings.integer("sequence_length"),
        classes,
        settings.number("dropout"),
        variant.equals(Variants.DENSE) ? null : SparseConfigurations.of(variant, settings));
  }
}
