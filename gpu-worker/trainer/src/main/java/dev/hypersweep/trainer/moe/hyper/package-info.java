/**
 * HyperMoE's own part (Zhao et al. 2024, section 3): from the experts that were not selected to a
 * small expert generated for that selection. S counts distinct sets of selected experts, t is the
 * width of an expert's embedding, b the inner width of a HyperExpert.
 */
package dev.hypersweep.trainer.moe.hyper;
