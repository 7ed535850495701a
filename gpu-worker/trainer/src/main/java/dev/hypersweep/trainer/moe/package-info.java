/**
 * Mixture of experts and HyperMoE (Zhao et al., ACL 2024, arXiv 2402.12656), a file per idea of the
 * paper. Tokens are rows: n valid tokens of width d, N experts, k selected, t width of an expert's
 * embedding, b inner width of a HyperExpert.
 */
package dev.hypersweep.trainer.moe;
