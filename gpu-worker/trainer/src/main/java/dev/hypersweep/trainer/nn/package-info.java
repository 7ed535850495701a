/** The parts that every network is made of: parameters, their values, and the plain layers. */
package dev.hypersweep.trainer.nn;
