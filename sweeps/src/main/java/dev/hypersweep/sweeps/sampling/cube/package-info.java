/** The numeric view of a search space. */
package dev.hypersweep.sweeps.sampling.cube;
