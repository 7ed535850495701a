/** {@code ask}: a sampler as a pipe of JSON lines. */
package dev.hypersweep.sweeps.ask;
