/**
 * The Switch Transformer (Fedus et al. 2022): a T5 whose feed-forward networks are replaced by
 * experts in every n-th block, and the authors' HyperMoE on top of it (arXiv 2402.12656); names as
 * in Hugging Face's {@code switch-base-*} checkpoints and in those of the authors.
 */
package dev.hypersweep.trainer.model.switchtransformer;
