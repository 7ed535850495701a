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

/** Makes the companion of each sparse layer of a stack. */
public final class Companions implements CompanionMaker {

  private final Parameters parameters;
  private final String stack;
  private final int width;
  private final int layers;
  private final CompanionConfiguration wanted;
  private HyperCompanions shared;

  /**
   * @param stack name before what the layers share, {@code encoder.} for example; may be empty
   * @param width d
   * @param layers blocks of the stack, sparse or not
   */
  public Companions(
      Parameters parameters, String stack, int width, int layers, CompanionConfiguration wanted) {
    this.parameters = parameters;
    this.stack = stack;
    this.width = width;
    this.layers = layers;
    this.wanted = wanted;
  }

  @Override
  public Companion of(String name, int layer, Experts experts) {
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
    if (hyper.sharing() == Sharing.LAYER) {
      return HyperCompanions.ofLayer(parameters, name + ".hypernetwork", hyper, width);
    }
    if (shared == null) {
      shared = HyperCompanions.ofStack(parameters, stack + "hypernetwork", hyper, width, layers);
    }
    return shared;
  }
}
