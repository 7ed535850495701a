package dev.hypersweep.trainer.model;

import dev.hypersweep.trainer.moe.Companion;
import dev.hypersweep.trainer.moe.HyperCompanion;
import dev.hypersweep.trainer.moe.Hypernetwork;
import dev.hypersweep.trainer.moe.SelectionEmbedding;
import dev.hypersweep.trainer.moe.SharedAdapter;
import dev.hypersweep.trainer.nn.Parameters;

/** Makes the companion of each sparse layer; the hypernetwork is made once and shared by all. */
final class Companions {

  private final Parameters parameters;
  private final ModelConfiguration configuration;
  private Hypernetwork hypernetwork;

  Companions(Parameters parameters, ModelConfiguration configuration) {
    this.parameters = parameters;
    this.configuration = configuration;
  }

  /** The companion of a layer, or null for a plain mixture of experts. */
  Companion of(String name, int layer) {
    CompanionConfiguration wanted = configuration.sparse().companion();
    if (wanted instanceof CompanionConfiguration.Shared shared) {
      return new SharedAdapter(
          parameters, name + ".adapter", configuration.width(), shared.bottleneck());
    } else if (wanted instanceof CompanionConfiguration.Hyper hyper) {
      SelectionEmbedding selection =
          new SelectionEmbedding(
              parameters,
              name + ".selection",
              configuration.sparse().experts(),
              hyper.expertEmbedding(),
              hyper.selectionEmbedding(),
              hyper.aggregation());
      return new HyperCompanion(selection, hypernetwork(hyper), layer);
    }
    return null;
  }

  private Hypernetwork hypernetwork(CompanionConfiguration.Hyper hyper) {
    if (hypernetwork == null) {
      hypernetwork =
          new Hypernetwork(
              parameters,
              "hypernetwork",
              new Hypernetwork.Sizes(
                  configuration.layers(),
                  hyper.layerEmbedding(),
                  hyper.selectionEmbedding(),
                  hyper.hypernetwork(),
                  configuration.width(),
                  hyper.bottleneck()));
    }
    return hypernetwork;
  }
}
