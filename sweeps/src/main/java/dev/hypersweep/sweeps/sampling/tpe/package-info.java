/** The tree-structured Parzen estimator. */
package dev.hypersweep.sweeps.sampling.tpe;
