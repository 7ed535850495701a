/** Non-dominated sorting for several objectives. */
package dev.hypersweep.sweeps.sampling.nsga;
