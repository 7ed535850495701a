/** From gradients to new weights: optimisers, and how their learning rate goes over the steps. */
package dev.hypersweep.trainer.optimiser;
