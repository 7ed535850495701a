package dev.hypersweep.trainer.model;

import dev.hypersweep.trainer.moe.Companion;
import dev.hypersweep.trainer.moe.expert.Experts;

/** Decides what stands beside the experts of each sparse layer of a stack. */
@FunctionalInterface
public interface CompanionMaker {

  /** Nothing: a plain mixture of experts. */
  CompanionMaker NONE = (name, layer, experts) -> null;

  /**
   * The companion of a layer.
   *
   * @param name of the layer, before its own parameters' names
   * @param layer block of the stack, from 0
   * @return null for none
   */
  Companion of(String name, int layer, Experts experts);
}
