/** Bayesian optimisation with a Gaussian process. */
package dev.hypersweep.sweeps.sampling.gp;
