/**
 * Mixture of experts and HyperMoE (Zhao et al., ACL 2024, arXiv 2402.12656), a file per idea of the
 * paper: {@code gate}, {@code expert} and {@code hyper} hold the parts, this package puts them
 * together. Rows are tokens: n of width d, N experts, k selected, t width of an expert's embedding,
 * b inner width of a HyperExpert.
 */
package dev.hypersweep.trainer.moe;
