package dev.hypersweep.trainer.model;

import dev.hypersweep.trainer.moe.hyper.Generating;
import dev.hypersweep.trainer.moe.hyper.Reduction;

/** What stands beside the experts of a sparse layer. */
public sealed interface CompanionConfiguration {

  /** Nothing: {@code moe}. */
  record None() implements CompanionConfiguration {}

  /** One adapter for every token: {@code moe-share}. */
  record Shared(int bottleneck) implements CompanionConfiguration {}

  /** An adapter per expert: {@code moe-adapters}. */
  record PerExpert(int bottleneck) implements CompanionConfiguration {}

  /**
   * Generated HyperExperts: {@code hypermoe}.
   *
   * @param embedding where an expert's embedding comes from
   * @param conditioning which experts' embeddings make the selection embedding
   * @param reduction how they become one
   * @param embeddingMlp whether a layer has a network on its selection embedding
   * @param hyperExpertBiases whether HyperExperts have biases
   * @param headBiases whether the hypernetwork's heads have
   * @param sharing which layers have a hypernetwork in common
   * @param generating how HyperExperts are made; changes the cost, not the function
   */
  record Hyper(
      HyperSizes sizes,
      EmbeddingKind embedding,
      ConditioningKind conditioning,
      Reduction reduction,
      boolean embeddingMlp,
      boolean hyperExpertBiases,
      boolean headBiases,
      Sharing sharing,
      Generating generating)
      implements CompanionConfiguration {

    /** With HyperExperts made in the fastest way. */
    public Hyper(
        HyperSizes sizes,
        EmbeddingKind embedding,
        ConditioningKind conditioning,
        Reduction reduction,
        boolean embeddingMlp,
        boolean hyperExpertBiases,
        boolean headBiases,
        Sharing sharing) {
      this(
          sizes,
          embedding,
          conditioning,
          reduction,
          embeddingMlp,
          hyperExpertBiases,
          headBiases,
          sharing,
          Generating.AUTOMATIC);
    }
  }

  /** Sizes of HyperMoE's parts; names as in the settings. */
  record HyperSizes(
      int bottleneck,
      int expertEmbedding,
      int selectionEmbedding,
      int layerEmbedding,
      int hypernetwork) {}

  /** Where an expert's embedding comes from. */
  enum EmbeddingKind {
    TABLE,
    CONVOLUTION,
    CONVOLUTION_DETACHED,
    PROJECTION,
    PCA
  }

  /** Which experts' embeddings a HyperExpert is generated from. */
  enum ConditioningKind {
    UNSELECTED,
    SELECTED,
    RANDOM
  }

  /** Which layers have a hypernetwork in common; a classifier has one stack. */
  enum Sharing {
    ALL,
    STACK,
    LAYER
  }
}
