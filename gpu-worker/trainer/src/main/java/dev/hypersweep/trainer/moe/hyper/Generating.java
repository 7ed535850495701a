package dev.hypersweep.trainer.moe.hyper;

/** How the HyperExperts of a batch are made; all ways compute the same. */
public enum Generating {
  /** The fastest of the others that is exact for the layer's settings. */
  AUTOMATIC,
  /** Once per distinct set of selected experts; binary selection embeddings only. */
  PER_SET,
  /** Once per token, with its matrices made: the reference, slow and large. */
  PER_TOKEN,
  /** Per token without making its matrices. */
  FACTORED
}
