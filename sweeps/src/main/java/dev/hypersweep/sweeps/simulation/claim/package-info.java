/** The queue of waiting runs: its contract, and the twin that lives in memory. */
package dev.hypersweep.sweeps.simulation.claim;
