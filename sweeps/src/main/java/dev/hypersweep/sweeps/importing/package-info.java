/** Definitions of other systems as sweep definitions, and what of them cannot be carried over. */
package dev.hypersweep.sweeps.importing;
