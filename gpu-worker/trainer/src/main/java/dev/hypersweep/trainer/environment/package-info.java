/** What a run's numbers depend on beside its specification: program, device, libraries. */
package dev.hypersweep.trainer.environment;
