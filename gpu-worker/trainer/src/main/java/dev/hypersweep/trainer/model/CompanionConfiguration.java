package dev.hypersweep.trainer.model;

import dev.hypersweep.trainer.moe.SelectionEmbedding;

/** What stands beside the experts of a sparse layer. */
public sealed interface CompanionConfiguration {

  /** Nothing: {@code moe}. */
  record None() implements CompanionConfiguration {}

  /** One adapter for every token: {@code moe-share}. */
  record Shared(int bottleneck) implements CompanionConfiguration {}

  /** Generated HyperExperts: {@code hypermoe}; names as in the settings. */
  record Hyper(
      int bottleneck,
      int expertEmbedding,
      int selectionEmbedding,
      int layerEmbedding,
      int hypernetwork,
      SelectionEmbedding.Aggregation aggregation)
      implements CompanionConfiguration {}
}
