/** Covariance matrix adaptation. */
package dev.hypersweep.sweeps.sampling.cmaes;
