/**
 * A trial's runs as a matrix of datasets and seeds: how they become one objective, in which order
 * they decide earliest, and which of them a rung stands for.
 */
package dev.hypersweep.sweeps.matrix;
