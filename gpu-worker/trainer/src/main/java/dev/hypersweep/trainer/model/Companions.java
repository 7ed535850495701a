package dev.hypersweep.trainer.model;

import dev.hypersweep.trainer.model.CompanionConfiguration.Hyper;
import dev.hypersweep.trainer.model.CompanionConfiguration.PerExpert;
import dev.hypersweep.trainer.model.CompanionConfiguration.Shared;
import dev.hypersweep.trainer.model.CompanionConfiguration.Sharing;
import dev.hypersweep.trainer.moe.Companion;
import dev.hypersweep.trainer.moe.ExpertAdapters;
import dev.hypersweep.trainer.moe.SharedAdapter;
import dev.hypersweep.trainer.moe.expert.Experts;
import dev.hypersweep.trainer.nn.Parameters;

/** Makes the companion of each sparse layer. */
final class Companions {

  private final Parameters parameters;
  private final ModelConfiguration configuration;
  private HyperCompanions shared;

  Companions(Parameters parameters, ModelConfiguration configuration) {
    this.parameters = parameters;
    this.configuration = configuration;
  }

  /** The companion of a layer, or null for a plain mixture of experts. */
  Companion of(String name, int layer, Experts experts) {
    CompanionConfiguration wanted = configuration.sparse().companion();
    int width = configuration.width();
    if (wanted instanceof Shared one) {
      return new SharedAdapter(parameters, name + ".adapter", width, one.bottleneck());
    } else if (wanted instanceof PerExpert each) {
      return new ExpertAdapters(
          parameters, name + ".adapters", width, each.bottleneck(), experts.count());
    } else if (wanted instanceof Hyper hyper) {
      return hyperCompanions(name, hyper).of(name, layer, experts);
    }
    return null;
  }

  /** One maker, and with it one hypernetwork, for as many layers as share it. */
  private HyperCompanions hyperCompanions(String name, Hyper hyper) {
    int width = configuration.width();
    if (hyper.sharing() == Sharing.LAYER) {
      return HyperCompanions.ofLayer(parameters, name + ".hypernetwork", hyper, width);
    }
    if (shared == null) {
      int layers = configuration.layers();
      shared = HyperCompanions.ofStack(parameters, "hypernetwork", hyper, width, layers);
    }
    return shared;
  }
}
