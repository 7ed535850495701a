/**
 * Whole sweeps on a virtual clock: simulated workers and stored or made-up learning curves, driven
 * by the samplers, pruners, promotions and run orders that drive real ones.
 */
package dev.hypersweep.sweeps.simulation;
