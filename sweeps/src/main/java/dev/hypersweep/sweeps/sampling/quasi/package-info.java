/** Points that fill a space evenly: Sobol and Latin hypercube. */
package dev.hypersweep.sweeps.sampling.quasi;
