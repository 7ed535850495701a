/** {@code bench samplers}: how good the samplers are, beside stored results of another library. */
package dev.hypersweep.sweeps.bench;
