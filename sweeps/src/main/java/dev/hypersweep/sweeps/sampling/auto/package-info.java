/** The default sampler: chooses among the others. */
package dev.hypersweep.sweeps.sampling.auto;
